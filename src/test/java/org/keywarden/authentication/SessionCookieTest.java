package org.keywarden.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.config.Configuration;

@DisplayName("The cookie of a session")
class SessionCookieTest {

    private static final Map<String, String> PRODUCTION =
            Map.of(
                    "keywarden.mode", "production",
                    "keywarden.db.url", "jdbc:postgresql://db/keywarden",
                    "keywarden.secret", "x".repeat(32));

    @Test
    @DisplayName("is for this host and HTTPS only in production, never for scripts")
    void isStrictInProduction() {
        var cookie = set(PRODUCTION, it -> it.set(response(), "token"));

        assertThat(cookie.getName()).isEqualTo("__Host-keywarden");
        assertThat(cookie.getSecure()).isTrue();
        isBound(cookie);
    }

    @Test
    @DisplayName("does without HTTPS in development")
    void isPlainInDevelopment() {
        var cookie = set(Map.of(), it -> it.set(response(), "token"));

        assertThat(cookie.getName()).isEqualTo("keywarden");
        assertThat(cookie.getSecure()).isFalse();
        isBound(cookie);
    }

    @Test
    @DisplayName("is cleared by the same name and bounds")
    void isCleared() {
        var cookie = set(PRODUCTION, it -> it.clear(response()));

        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getMaxAge()).isZero();
        isBound(cookie);
    }

    private static void isBound(Cookie cookie) {
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    private final List<Cookie> cookies = new ArrayList<>();

    private Cookie set(Map<String, String> properties, Consumer<SessionCookie> call) {
        var cookie = new SessionCookie();
        cookie.configuration = Configuration.read(n -> Optional.ofNullable(properties.get(n)));
        call.accept(cookie);
        assertThat(cookies).hasSize(1);
        return cookies.get(0);
    }

    private HttpServletResponse response() {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("addCookie")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            cookies.add((Cookie) arguments[0]);
                            return null;
                        });
    }
}

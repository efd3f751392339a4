package org.keywarden.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.config.Configuration;

@DisplayName("A cookie of ours")
class OwnCookiesTest {

    private static final Map<String, String> PRODUCTION =
            Map.of(
                    "keywarden.mode", "production",
                    "keywarden.db.url", "jdbc:postgresql://db/keywarden",
                    "keywarden.secret", "x".repeat(32));

    @Test
    @DisplayName("goes by HTTPS only in production, and without it in development")
    void isSecureInProduction() {
        assertThat(cookie(PRODUCTION).getSecure()).isTrue();
        assertThat(cookie(Map.of()).getSecure()).isFalse();
    }

    @Test
    @DisplayName("is for this host, not for scripts, and not for unsafe calls of other sites")
    void isBound() {
        var cookie = cookie(PRODUCTION);

        assertThat(cookie.getName()).isEqualTo("name");
        assertThat(cookie.getValue()).isEqualTo("value");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).isEqualTo(-1);
    }

    private static Cookie cookie(Map<String, String> properties) {
        var configuration = Configuration.read(name -> Optional.ofNullable(properties.get(name)));
        return OwnCookies.of("name", "value", configuration);
    }
}

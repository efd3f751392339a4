package org.keywarden.handoffs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.access.Caller;
import org.keywarden.access.Role;
import org.keywarden.access.TokenType;
import org.keywarden.access.UserId;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.providers.ProviderId;

@DisplayName("A hand-off")
class HandOffTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UserId ANNA = UserId.next();
    private static final ProviderId PROVIDER =
            ProviderId.parse("prv_00000000000000000000000000000001").orElseThrow();

    private final HandOffSecrets secrets = HandOffSecrets.random(new SecureRandoms());
    private final HandOff handOff =
            new HandOff(
                    HandOffId.next(),
                    PROVIDER,
                    ANNA,
                    secrets,
                    URI.create("https://keys.example/callback"),
                    NOON);

    @Test
    @DisplayName("is pending for ten minutes, and then expired")
    void expires() {
        assertThat(handOff.status(NOON)).isEqualTo(HandOffStatus.PENDING);
        assertThat(handOff.status(NOON.plusSeconds(599))).isEqualTo(HandOffStatus.PENDING);
        assertThat(handOff.status(NOON.plus(Duration.ofMinutes(10))))
                .isEqualTo(HandOffStatus.EXPIRED);
    }

    @Test
    @DisplayName("has secrets of the shapes that the contract names, each another one")
    void hasSecrets() {
        assertThat(secrets.loginSessionId()).matches("[0-9a-f]{64}");
        assertThat(secrets.state()).matches("[0-9a-f]{32}");
        assertThat(secrets.browser()).matches("[0-9a-f]{64}");
        assertThat(secrets.codeVerifier()).matches("[0-9a-f]{43,128}");
        assertThat(secrets).isNotEqualTo(HandOffSecrets.random(new SecureRandoms()));
        assertThat(secrets.toString()).isEqualTo("HandOffSecrets");
    }

    @Test
    @DisplayName("is continued by its user, or in its browser, and by nobody else")
    void knowsItsVisitors() {
        var name = BrowserBinding.name(handOff.id(), false);
        var cookie = Map.of(name, secrets.browser());

        assertThat(new Visitor(null, cookie).began(handOff, false)).isTrue();
        assertThat(new Visitor(caller(ANNA), Map.of()).began(handOff, false)).isTrue();
        assertThat(new Visitor(caller(UserId.next()), cookie).began(handOff, false)).isTrue();
        assertThat(new Visitor(caller(UserId.next()), Map.of()).began(handOff, false)).isFalse();
        assertThat(new Visitor(null, Map.of()).began(handOff, false)).isFalse();
        assertThat(new Visitor(null, Map.of(name, "")).began(handOff, false)).isFalse();
        assertThat(new Visitor(null, Map.of(name, secrets.state())).began(handOff, false))
                .isFalse();
        assertThat(new Visitor(null, Map.of("x", secrets.browser())).began(handOff, false))
                .isFalse();
    }

    @Test
    @DisplayName("has a cookie in production that other hosts cannot plant")
    void namesItsCookie() {
        assertThat(BrowserBinding.name(handOff.id(), true))
                .startsWith("__Host-keywarden-hand-off-");
        assertThat(
                        new Visitor(
                                        null,
                                        Map.of(
                                                BrowserBinding.name(handOff.id(), false),
                                                secrets.browser()))
                                .began(handOff, true))
                .isFalse();
    }

    private static Caller caller(UserId user) {
        return new Caller(
                user, Role.DEVELOPER, TokenType.SESSION_TOKEN, "ses_1", Set.of(), false, false);
    }
}

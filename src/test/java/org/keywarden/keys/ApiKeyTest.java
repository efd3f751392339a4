package org.keywarden.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.keys.KeyStatus.ACTIVE;
import static org.keywarden.keys.KeyStatus.DISABLED;
import static org.keywarden.keys.KeyStatus.EXPIRED;
import static org.keywarden.keys.KeyStatus.REVOKED;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keywarden.access.Callers;
import org.keywarden.access.Scope;
import org.keywarden.handoffs.Delivery;
import org.keywarden.handoffs.HandOffId;
import org.keywarden.keys.secret.NewSecret;
import org.keywarden.projects.ProjectId;
import org.keywarden.providers.ProviderId;

@DisplayName("An API key")
class ApiKeyTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final ProjectId PROJECT = new ProjectId("prj_0199d5f2c0de7abc8123456789abcdef");

    private final ApiKey key = aKey(null);

    @Test
    @DisplayName("is active when it is new, and keeps what it was given")
    void isActiveWhenNew() {
        var summary = key.summary(null, null, NOON);

        assertThat(summary.status()).isEqualTo(ACTIVE);
        assertThat(summary.label()).isEqualTo("label");
        assertThat(summary.description()).isEqualTo("description");
        assertThat(summary.scopes()).containsExactly(Scope.READ, Scope.DELETE);
        assertThat(summary.legacyFullAccess()).isFalse();
        assertThat(summary.keyPrefix()).isEqualTo("kw_1...");
        assertThat(summary.createdAt()).isEqualTo(NOON);
        assertThat(summary.lastUsedAt()).isNull();
        assertThat(summary.replacedBy()).isNull();
        assertThat(key.project()).contains(PROJECT);
        assertThat(key.owner()).isEqualTo(Callers.ADA);
    }

    @Nested
    @DisplayName("that is revoked")
    class Revoked {

        @Test
        @DisplayName("stays so, from the first time on")
        void keepsTheFirstTime() {
            assertThat(key.revoke(NOON)).isTrue();
            assertThat(key.revoke(LATER)).isFalse();

            assertThat(key.summary(null, null, LATER).revokedAt()).isEqualTo(NOON);
            assertThat(key.status(NOON.minusSeconds(1))).isEqualTo(REVOKED);
        }
    }

    @Nested
    @DisplayName("that is disabled")
    class Disabled {

        @Test
        @DisplayName("works again once it is enabled, and each step counts once")
        void canBeEnabled() {
            assertThat(key.enable()).isFalse();
            assertThat(key.disable(NOON)).isTrue();
            assertThat(key.disable(LATER)).isFalse();
            assertThat(key.status(LATER)).isEqualTo(DISABLED);
            assertThat(key.enable()).isTrue();
            assertThat(key.enable()).isFalse();
            assertThat(key.status(LATER)).isEqualTo(ACTIVE);
        }
    }

    @Nested
    @DisplayName("that is replaced")
    class Replaced {

        private final KeyId successor = KeyId.next();

        @Test
        @DisplayName("without grace is revoked at once")
        void isRevokedAtOnce() {
            key.replace(successor, NOON, 0);

            assertThat(key.isReplaced()).isTrue();
            assertThat(key.status(NOON)).isEqualTo(REVOKED);
            assertThat(key.summary(null, null, NOON).replacedBy()).isEqualTo(successor);
            assertThat(key.summary(null, null, NOON).revokedAt()).isEqualTo(NOON);
        }

        @Test
        @DisplayName("with grace works on and expires when that ends")
        void worksOn() {
            key.replace(successor, NOON, 60);

            assertThat(key.status(LATER.minusMillis(1))).isEqualTo(ACTIVE);
            assertThat(key.status(LATER)).isEqualTo(EXPIRED);
            assertThat(key.summary(null, null, NOON).revokedAt()).isNull();
        }

        @Test
        @DisplayName("with grace never lives longer than it would have")
        void neverLivesLonger() {
            var soon = aKey(NOON.plusSeconds(10));
            var late = aKey(NOON.plusSeconds(3600));

            soon.replace(successor, NOON, 60);
            late.replace(successor, NOON, 60);

            assertThat(soon.summary(null, null, NOON).expiresAt()).isEqualTo(NOON.plusSeconds(10));
            assertThat(late.summary(null, null, NOON).expiresAt()).isEqualTo(LATER);
        }
    }

    @Nested
    @DisplayName("that succeeds another")
    class Successor {

        @Test
        @DisplayName("may do the same for as long, under an id and a secret of its own")
        void hasTheSameSettings() {
            var old = aKey(LATER);

            var successor = old.successor(new NewSecret("raw", "kw_2...", "digest-2", null), LATER);

            assertThat(successor.settings()).isEqualTo(old.settings());
            assertThat(successor.project()).isEqualTo(old.project());
            assertThat(successor.owner()).isEqualTo(old.owner());
            assertThat(successor.id()).isNotEqualTo(old.id());
            assertThat(successor.isReplaced()).isFalse();
            assertThat(successor.summary(null, null, NOON).keyPrefix()).isEqualTo("kw_2...");
            assertThat(successor.summary(null, null, NOON).createdAt()).isEqualTo(LATER);
        }

        @Test
        @DisplayName("does not inherit what happened to the other")
        void startsAfresh() {
            var old = aKey(null);
            old.disable(NOON);
            old.revoke(NOON);

            var successor = old.successor(new NewSecret("raw", "kw_2...", "digest-2", null), NOON);

            assertThat(successor.status(NOON)).isEqualTo(ACTIVE);
        }
    }

    @Test
    @DisplayName("takes new settings as a whole")
    void takesSettings() {
        key.apply(new KeySettings(null, null, Set.of(Scope.WRITE), LATER));

        assertThat(key.settings())
                .isEqualTo(new KeySettings(null, null, Set.of(Scope.WRITE), LATER));
    }

    @Test
    @DisplayName("has no legacy access to end when it was issued here")
    void hasNoLegacyAccess() {
        assertThat(key.endLegacyAccess()).isFalse();
    }

    @Test
    @DisplayName("outlives its project")
    void leavesItsProject() {
        key.leaveProject();

        assertThat(key.project()).isEmpty();
    }

    @Nested
    @DisplayName("that a provider issued")
    class Issued {

        private static final ProviderId PROVIDER =
                new ProviderId("prv_0199d5f2c0de7abc8123456789abcdef");

        @Test
        @DisplayName(
                "has its provider be told when it is revoked, and shows the key to nobody else")
        void tellsItsProvider() {
            key.cameFrom(
                    new Provenance(
                            PROVIDER,
                            new Delivery(
                                    new HandOffId("hnd_1"), Callers.ADA, "raw", "user", "ref")));

            var told = key.revocation(Callers.ADA, "the-key-itself");

            assertThat(told)
                    .contains(
                            new ProviderKeyRevoked(
                                    key.id(),
                                    PROVIDER,
                                    Callers.ADA,
                                    Callers.ADA,
                                    "ref",
                                    "the-key-itself"));
            assertThat(told.toString()).doesNotContain("the-key-itself");
            assertThat(key.issuer()).contains(PROVIDER);
        }

        @Test
        @DisplayName("is not what others are")
        void isNotNative() {
            assertThat(key.issuer()).isEmpty();
            assertThat(key.revocation(Callers.ADA, null)).isEmpty();
        }
    }

    private static ApiKey aKey(@Nullable Instant expiresAt) {
        return new ApiKey(
                Callers.ADA,
                PROJECT,
                new KeySettings(
                        "label", "description", Set.of(Scope.DELETE, Scope.READ), expiresAt),
                new NewSecret("raw", "kw_1...", "digest-1", null),
                NOON);
    }
}

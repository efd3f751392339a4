package org.keywarden.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.access.Caller;
import org.keywarden.access.Role;
import org.keywarden.access.Scope;
import org.keywarden.access.ScopeUsed;
import org.keywarden.access.TokenType;
import org.keywarden.access.UserId;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.KeyUse;
import org.keywarden.verification.Code;
import org.keywarden.verification.KeyUsed;

@DisplayName("A tally of uses")
class TallyTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final KeyId KEY = new KeyId("key_1");
    private static final UserId OWNER = new UserId("usr_1");

    @Test
    @DisplayName("adds up each outcome")
    void addsUp() {
        var sum =
                Tally.of(use(Code.VALID, null))
                        .plus(Tally.of(use(Code.EXPIRED, null)))
                        .plus(Tally.of(use(Code.VALID, null)));

        assertThat(sum.counts()).isEqualTo(new Counts(Map.of(Code.VALID, 2L, Code.EXPIRED, 1L), 0));
        assertThat(sum.counts().total()).isEqualTo(3);
        assertThat(sum.counts().denied()).isEqualTo(1);
    }

    @Test
    @DisplayName("keeps the later of the last uses, whichever comes first")
    void keepsTheLater() {
        var early = tally(NOON);
        var late = tally(NOON.plusSeconds(1));
        var never = tally(null);

        assertThat(early.plus(late).lastGrantedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(late.plus(early).lastGrantedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(early.plus(never).lastGrantedAt()).isEqualTo(NOON);
        assertThat(never.plus(early).lastGrantedAt()).isEqualTo(NOON);
        assertThat(never.plus(never).lastGrantedAt()).isNull();
    }

    @Test
    @DisplayName("keeps the scopes that granted uses asked for, and no others")
    void keepsGrantedScopes() {
        var sum =
                Tally.of(use(Code.VALID, Scope.READ))
                        .plus(Tally.of(use(Code.INSUFFICIENT_SCOPE, Scope.DELETE)))
                        .plus(Tally.of(use(Code.VALID, Scope.WRITE)))
                        .plus(Tally.of(use(Code.VALID, null)));

        assertThat(sum.use()).isEqualTo(new KeyUse(KEY, NOON, Set.of(Scope.READ, Scope.WRITE)));
        assertThat(Tally.of(use(Code.INSUFFICIENT_SCOPE, Scope.DELETE)).use()).isNull();
    }

    @Test
    @DisplayName("takes from a route of ours the scope only, since the use was counted before")
    void countsRoutesOnce() {
        var caller =
                new Caller(
                        OWNER,
                        Role.DEVELOPER,
                        TokenType.API_KEY,
                        KEY.value(),
                        Set.of(Scope.READ),
                        false,
                        false);

        var sum =
                Tally.of(use(Code.VALID, null))
                        .plus(Tally.of(new ScopeUsed(caller, Scope.READ, NOON)));

        assertThat(sum.counts().total()).isEqualTo(1);
        assertThat(sum.asked()).containsExactly(Scope.READ);
    }

    @Test
    @DisplayName("has a place for every outcome that a key can have")
    void knowsEveryOutcome() {
        assertThat(Counts.DENIALS)
                .containsExactlyInAnyOrder(
                        Stream.of(Code.values())
                                .filter(code -> code != Code.VALID && code != Code.NOT_FOUND)
                                .toArray(Code[]::new));
    }

    private static KeyUsed use(Code code, @Nullable Scope asked) {
        return new KeyUsed(KEY, OWNER, code, asked, NOON);
    }

    private static Tally tally(@Nullable Instant lastGrantedAt) {
        return new Tally(KEY, OWNER, NOON, Counts.one(Code.VALID), Set.of(), lastGrantedAt);
    }
}

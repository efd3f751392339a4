package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.Scope;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.KeySummary;
import org.keywarden.keys.Keys;
import org.keywarden.keys.NewKey;
import org.keywarden.usage.Insight;
import org.keywarden.usage.KeyInsights;
import org.keywarden.usage.Usage;

@ExtendWith(ArquillianExtension.class)
@DisplayName("Insights into keys")
class KeyInsightsIT {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject Keys keys;
    @Inject Usage usage;
    @Inject Database database;
    @Inject Clock clock;

    private Caller caller;
    private Instant now;

    @BeforeEach
    void signIn() {
        caller = database.newDeveloper();
        now = clock.instant();
    }

    @Test
    @DisplayName("are empty for somebody without keys, whatever others have")
    void areOfOneOwner() {
        legacy(old(newKey()));

        var none = new Insight(0, List.of());
        assertThat(usage.insightsOf(database.newDeveloper().user()))
                .isEqualTo(new KeyInsights(0, 0, none, none, none));
    }

    @Test
    @DisplayName("tell those that work from those that do not")
    void countActive() {
        newKey();
        keys.disable(caller, newKey().value());
        keys.revoke(caller, newKey().value());
        set(newKey(), "expires_at", now.minus(MINUTE));

        assertThat(insights().totalKeys()).isEqualTo(4);
        assertThat(insights().activeKeys()).isEqualTo(1);
    }

    @Test
    @DisplayName("show active keys that expire within 30 days, the soonest first")
    void showExpiring() {
        var later = newKey();
        var sooner = newKey();
        set(later, "expires_at", now.plus(MONTH).minus(MINUTE));
        set(sooner, "expires_at", now.plus(WEEK));
        newKey();
        set(newKey(), "expires_at", now.minus(MINUTE));
        set(newKey(), "expires_at", now.plus(MONTH).plus(MINUTE));
        var disabled = newKey();
        set(disabled, "expires_at", now.plus(WEEK));
        keys.disable(caller, disabled.value());

        assertShows(insights().expiring(), sooner, later);
    }

    @Test
    @DisplayName("show active keys older than 7 days that were never used, the oldest first")
    void showNeverUsed() {
        var first = old(newKey());
        var second = newKey();
        set(second, "created_at", now.minus(WEEK).minus(MINUTE));
        set(newKey(), "created_at", now.minus(WEEK).plus(MINUTE));
        set(old(newKey()), "last_used_at", now);
        keys.disable(caller, old(newKey()).value());
        keys.revoke(caller, old(newKey()).value());

        assertShows(insights().neverUsed(), first, second);
    }

    @Test
    @DisplayName("show keys that hold a scope which nothing asked for in 30 days")
    void showOverScoped() {
        var neverAsked = old(newKey(Scope.READ, Scope.WRITE));
        asked(neverAsked, Scope.READ, Duration.ZERO);
        var longAgo = old(newKey(Scope.UPDATE, Scope.DELETE));
        asked(longAgo, Scope.UPDATE, MONTH);
        asked(longAgo, Scope.DELETE, MONTH.plusDays(1));
        // once it held what it was asked for
        var patched = old(newKey(Scope.READ));
        asked(patched, Scope.WRITE, WEEK);

        assertShows(insights().overScoped(), neverAsked, longAgo, patched);
    }

    @Test
    @DisplayName(
            "show legacy keys as over-scoped, new and unused ones, too, unless they are revoked")
    void showLegacy() {
        var legacy = legacy(newKey());
        keys.revoke(caller, legacy(newKey()).value());

        assertShows(insights().overScoped(), legacy);
    }

    @Test
    @DisplayName(
            "show no key as over-scoped that needs what it holds, or of which that is not known")
    void spareOthers() {
        var needed = old(newKey(Scope.READ, Scope.WRITE));
        asked(needed, Scope.READ, Duration.ZERO);
        asked(needed, Scope.WRITE, MONTH);
        asked(newKey(Scope.READ, Scope.WRITE), Scope.READ, Duration.ZERO);
        set(old(newKey(Scope.READ, Scope.WRITE)), "last_used_at", now);
        old(newKey(Scope.READ, Scope.WRITE));
        asked(old(newKey(Scope.READ, Scope.WRITE)), Scope.READ, MONTH.plusDays(1));
        var revoked = old(newKey(Scope.READ, Scope.WRITE));
        asked(revoked, Scope.READ, Duration.ZERO);
        keys.revoke(caller, revoked.value());

        assertShows(insights().overScoped());
    }

    @Test
    @DisplayName("show five keys of each kind at most, and count all")
    void showFew() {
        IntStream.range(0, 7)
                .mapToObj(i -> legacy(old(newKey())))
                .forEach(key -> set(key, "expires_at", now.plus(WEEK)));

        var insights = insights();

        assertThat(List.of(insights.expiring(), insights.neverUsed(), insights.overScoped()))
                .allSatisfy(insight -> assertThat(insight.total()).isEqualTo(7))
                .allSatisfy(insight -> assertThat(insight.keys()).hasSize(5));
    }

    @Test
    @DisplayName("take as many statements for seven keys as for one")
    void takeFewStatements() {
        legacy(old(newKey()));
        var forOne = database.statementsDuring(this::insights);
        IntStream.range(0, 6).forEach(i -> legacy(old(newKey())));

        assertThat(database.statementsDuring(this::insights)).hasSameSizeAs(forOne);
    }

    private static void assertShows(Insight insight, KeyId... expected) {
        assertThat(insight.keys()).extracting(KeySummary::id).containsExactly(expected);
        assertThat(insight.total()).isEqualTo(expected.length);
    }

    private KeyInsights insights() {
        return usage.insightsOf(caller.user());
    }

    private KeyId newKey(Scope... scopes) {
        var held = EnumSet.of(Scope.READ);
        if (scopes.length > 0) {
            held = EnumSet.copyOf(List.of(scopes));
        }
        return keys.issue(
                        caller,
                        new NewKey(null, null, null, null, Set.copyOf(held), null, null, null))
                .key()
                .id();
    }

    private KeyId old(KeyId key) {
        set(key, "created_at", now.minus(MONTH));
        return key;
    }

    private KeyId legacy(KeyId key) {
        database.update("update api_key set legacy_full_access = true where id = ?", key.value());
        return key;
    }

    private void set(KeyId key, String column, Instant at) {
        database.update(
                "update api_key set " + column + " = ? where id = ?",
                Timestamp.from(at),
                key.value());
    }

    private void asked(KeyId key, Scope scope, Duration before) {
        database.update(
                "update api_key set " + scope.wireName() + "_asked_on = ? where id = ?",
                Date.valueOf(now.minus(before).atZone(ZoneOffset.UTC).toLocalDate()),
                key.value());
    }
}

package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.platform.housekeeping.Turns;
import org.keywarden.testing.Parallel;

@ExtendWith(ArquillianExtension.class)
@DisplayName("Housekeeping")
class HousekeepingIT {

    private final Instant now = Instant.now();

    @Inject Database database;
    @Inject Turns turns;
    @Inject Shirkers shirkers;

    @Test
    @DisplayName("forgets sessions that were over 30 days ago, and no other")
    void forgetsOldSessions() {
        var owner = database.newDeveloper().user().value();
        var ended = session(owner, Duration.ofDays(40), Duration.ofDays(31));
        var expired = session(owner, Duration.ofDays(31), null);
        var recent = session(owner, Duration.ofDays(29), Duration.ofDays(29));
        var current = session(owner, Duration.ofHours(-1), null);

        turns.cleanUp(now);
        turns.cleanUp(now);

        assertThat(database.rows("select id from auth_session where account_id = ?", owner))
                .extracting(row -> row.get("id"))
                .containsExactlyInAnyOrder(recent, current)
                .doesNotContain(ended, expired);
    }

    @Test
    @DisplayName(
            "ends the browsers' sessions that nobody used for the limit and a minute, for good")
    void endsIdleSessions() {
        var owner = database.newDeveloper().user().value();
        var idle = session(owner, "BROWSER", Duration.ofMinutes(31).plusSeconds(1));
        var used = session(owner, "BROWSER", Duration.ofMinutes(30));
        var program = session(owner, "BEARER", Duration.ofHours(11));

        turns.cleanUp(now);
        turns.cleanUp(now);

        assertThat(
                        database.rows(
                                "select id from auth_session where account_id = ? and ended_at is null",
                                owner))
                .extracting(row -> row.get("id"))
                .containsExactlyInAnyOrder(used, program);
        assertThat(
                        database.rows(
                                "select target, action, actor_id from audit_entry where owner_id = ?",
                                owner))
                .extracting(
                        row -> row.get("target"),
                        row -> row.get("action"),
                        row -> row.get("actor_id"))
                .containsExactly(tuple(idle, "session.ended", null));
    }

    @Test
    @DisplayName("forgets failures to sign in that lock nobody any more")
    void forgetsOldFailures() {
        var subject = UUID.randomUUID().toString();
        failure(subject, Duration.ofMinutes(46));
        failure(subject, Duration.ofMinutes(44));

        turns.cleanUp(now);

        assertThat(database.rows("select id from sign_in_failure where subject = ?", subject))
                .hasSize(1);
    }

    @Test
    @DisplayName("forgets hand-offs that have expired, with the keys in them, and no other")
    void forgetsExpiredHandOffs() {
        var provider = provider();
        handOff(provider, "PENDING", Duration.ofMillis(1));
        handOff(provider, "PROCESSING", Duration.ofSeconds(1));
        handOff(provider, "COMPLETE", Duration.ofMinutes(1));
        handOff(provider, "REDEEMED", Duration.ofDays(1));
        var current = handOff(provider, "COMPLETE", Duration.ofMinutes(-1));

        turns.cleanUp(now);

        assertThat(database.rows("select id from hand_off where provider_id = ?", provider))
                .extracting(row -> row.get("id"))
                .containsExactly(current);
    }

    @Test
    @DisplayName(
            "ends hand-offs whose node died while it asked the provider, and tells the audit trail")
    void endsAbandonedHandOffs() {
        var abandoned = handOff(provider(), "PROCESSING", Duration.ofMinutes(-5));
        var asking = handOff(provider(), "PROCESSING", Duration.ofMinutes(-5));
        claim(abandoned, Duration.ofSeconds(61));
        claim(asking, Duration.ofSeconds(5));

        turns.cleanUp(now);

        assertThat(statusOf(abandoned)).isEqualTo("FAILED");
        assertThat(statusOf(asking)).isEqualTo("PROCESSING");
        assertThat(database.rows("select action from audit_entry where target = ?", abandoned))
                .extracting(row -> row.get("action"))
                .containsExactly("handoff.failed");
    }

    /** In which order tasks are done is not said, so that one alone might be the last. */
    @Test
    @DisplayName("asks every task, though each one before has failed")
    void goesOnAfterFailures() {
        turns.cleanUp(now);

        assertThat(shirkers.asked()).contains("one " + now, "another " + now);
    }

    /** The timer of the server may take it as well; then none of these does. */
    @Test
    @DisplayName("is the turn of one node at a time, and of another one when that is over")
    void takesTurns() {
        for (int round = 0; round < 2; round++) {
            database.update(
                    "update housekeeping_turn set over_at = current_timestamp - interval '1' second");

            var taken = Parallel.times(8, turns::take);

            assertThat(taken.stream().filter(it -> it).count()).isLessThanOrEqualTo(1);
            assertThat(
                            database.rows(
                                    "select id from housekeeping_turn where over_at > current_timestamp"))
                    .hasSize(1);
            assertThat(turns.take()).isFalse();
        }
    }

    private String session(String owner, Duration expiredBefore, Duration endedBefore) {
        var id = "ses_" + UUID.randomUUID().toString().replace("-", "");
        database.update(
                "insert into auth_session (id, account_id, created_at, expires_at, ended_at)"
                        + " values (?, ?, ?, ?, ?)",
                id,
                owner,
                before(Duration.ofDays(50)),
                before(expiredBefore),
                endedBefore == null ? null : before(endedBefore));
        return id;
    }

    private String session(String owner, String kind, Duration usedBefore) {
        var id = session(owner, Duration.ofHours(-1), null);
        database.update(
                "update auth_session set kind = ?, last_used_at = ? where id = ?",
                kind,
                before(usedBefore),
                id);
        return id;
    }

    private String provider() {
        var id = "prv_" + UUID.randomUUID().toString().replace("-", "");
        database.update(
                "insert into billing_provider (id, version, slug, display_name, description, icon,"
                        + " enabled, sort_order, exchange, auth_url, api_base, created_at)"
                        + " values (?, 1, ?, 'A provider', '', '', false, 0, 'TOKEN',"
                        + " 'https://provider.test/a', 'https://provider.test', current_timestamp)",
                id,
                id.replace("prv_", "t-"));
        return id;
    }

    private String handOff(String provider, String status, Duration expiredBefore) {
        var id = "hnd_" + UUID.randomUUID().toString().replace("-", "");
        database.update(
                "insert into hand_off (id, session_digest, state_digest, browser_digest, provider_id,"
                        + " user_id, status, callback_url, sealed_key, expires_at)"
                        + " values (?, ?, ?, '', ?, 'usr_1', ?, '', 'sealed', ?)",
                id,
                id,
                id,
                provider,
                status,
                before(expiredBefore));
        return id;
    }

    private void claim(String handOff, Duration before) {
        database.update("update hand_off set claimed_at = ? where id = ?", before(before), handOff);
    }

    private Object statusOf(String handOff) {
        return database.rows("select status from hand_off where id = ?", handOff)
                .get(0)
                .get("status");
    }

    private void failure(String subject, Duration before) {
        database.update(
                "insert into sign_in_failure (id, subject, at) values (?, ?, ?)",
                UUID.randomUUID().toString(),
                subject,
                before(before));
    }

    private Timestamp before(Duration duration) {
        return Timestamp.from(now.minus(duration));
    }
}

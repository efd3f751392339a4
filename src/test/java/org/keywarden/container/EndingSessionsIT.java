package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.TokenType;
import org.keywarden.sessions.SessionSummary;
import org.keywarden.sessions.Sessions;

@ExtendWith(ArquillianExtension.class)
@DisplayName("Signing out everywhere")
class EndingSessionsIT {

    @Inject Sessions sessions;
    @Inject Database database;

    @Test
    @DisplayName("ends every session of the caller, the one that asks as well, and tells of each")
    void endsAll() {
        var caller = signedIn(database.newDeveloper());
        var other = session(caller);
        var stranger = signedIn(database.newDeveloper());

        sessions.endAll(caller);
        sessions.endAll(caller);

        assertThat(sessions.of(caller)).isEmpty();
        assertThat(sessions.of(stranger)).hasSize(1);
        var user = caller.user().value();
        assertThat(
                        database.rows(
                                "select * from audit_entry where owner_id = ? order by target",
                                user))
                .extracting("action", "target", "actor_id")
                .containsExactlyInAnyOrder(
                        tuple("session.ended", caller.credentialId(), user),
                        tuple("session.ended", other, user));
    }

    @Test
    @DisplayName("but here leaves this one")
    void endsOthers() {
        var caller = signedIn(database.newDeveloper());
        session(caller);

        sessions.endOthers(caller);

        assertThat(ids(sessions.of(caller))).containsExactly(caller.credentialId());
    }

    @Test
    @DisplayName("passes over what has timed out, which nobody is shown")
    void passesOverIdleSessions() {
        var caller = signedIn(database.newDeveloper());
        var idle = session(caller);
        database.update(
                "update auth_session set kind = 'BROWSER', last_used_at = ? where id = ?",
                Timestamp.from(Instant.now().minus(sessions.idleLimit()).minusSeconds(61)),
                idle);

        assertThat(ids(sessions.of(caller))).containsExactly(caller.credentialId());
        sessions.endAll(caller);

        assertThat(database.rows("select target from audit_entry where target = ?", idle))
                .isEmpty();
    }

    /** The caller with a session that is really there. */
    private Caller signedIn(Caller caller) {
        return new Caller(
                caller.user(),
                caller.role(),
                TokenType.SESSION_TOKEN,
                session(caller),
                Set.of(),
                false,
                false);
    }

    private String session(Caller owner) {
        var id = "ses_" + UUID.randomUUID().toString().replace("-", "");
        database.update(
                "insert into auth_session (id, account_id, created_at, expires_at)"
                        + " values (?, ?, current_timestamp, ?)",
                id,
                owner.user().value(),
                Timestamp.from(Instant.now().plus(Duration.ofHours(1))));
        return id;
    }

    private static List<String> ids(List<SessionSummary> found) {
        return found.stream().map(SessionSummary::id).toList();
    }
}

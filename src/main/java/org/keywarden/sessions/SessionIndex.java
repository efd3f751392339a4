package org.keywarden.sessions;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.keywarden.access.Caller;
import org.keywarden.access.Role;
import org.keywarden.access.TokenType;
import org.keywarden.access.UserId;
import org.keywarden.platform.database.KeywardenDataSource;

/**
 * Finds the caller that a session stands for, and how the account stands, with one plain statement.
 * Not with JPA: outside of a transaction the server's entity manager is not safe for threads, and a
 * transaction is more than a read needs.
 */
@ApplicationScoped
class SessionIndex {

    private static final String CURRENT =
            """
            select s.account_id, a.role, a.suspended
            from auth_session s join account_standing a on a.id = s.account_id
            where s.id = ? and s.ended_at is null and s.expires_at > ?
                and (s.kind <> 'BROWSER' or s.last_used_at > ?)
            """;

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    @Inject IdleLimit idle;

    /** Empty if the session has ended or expired, or is a browser's that nobody used for too long. */
    Optional<Caller> callerOf(String sessionId, Instant now) {
        try (var connection = database.getConnection();
                var query = query(connection, sessionId, now);
                var rows = query.executeQuery()) {
            return rows.next() ? Optional.of(caller(rows, sessionId)) : Optional.empty();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private PreparedStatement query(Connection connection, String sessionId, Instant now)
            throws SQLException {
        var query = connection.prepareStatement(CURRENT);
        query.setString(1, sessionId);
        query.setTimestamp(2, Timestamp.from(now));
        query.setTimestamp(3, Timestamp.from(idle.horizon(now)));
        return query;
    }

    private static Caller caller(ResultSet row, String sessionId) throws SQLException {
        return new Caller(
                new UserId(row.getString("account_id")),
                Role.valueOf(row.getString("role")),
                TokenType.SESSION_TOKEN,
                sessionId,
                Set.of(),
                false,
                row.getBoolean("suspended"));
    }
}

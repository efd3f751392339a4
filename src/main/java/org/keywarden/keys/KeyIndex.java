package org.keywarden.keys;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.platform.database.KeywardenDataSource;
import org.keywarden.projects.ProjectId;

/**
 * Finds a key by its digest, and how its owner stands, with one plain statement. Not with JPA: outside of a transaction the
 * server's entity manager is not safe for threads, and a transaction is more than a read needs.
 */
@ApplicationScoped
class KeyIndex {

    private static final String BY_DIGEST =
            """
            select k.id, k.owner_id, k.project_id, k.label, k.scopes, k.legacy_full_access,
                k.key_digest, k.disabled_at, k.expires_at, k.revoked_at, o.role, o.suspended
            from api_key k join account_standing o on o.id = k.owner_id
            where k.key_digest in (%s)
            """;

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    /**
     * A key is stored under the digest of one pepper; all of them are asked for at once.
     *
     * @param digests the newest pepper's first
     */
    Optional<StoredKey> find(List<String> digests) {
        try (var connection = database.getConnection();
                var query = query(connection, digests);
                var rows = query.executeQuery()) {
            return rows.next() ? Optional.of(key(rows, digests.get(0))) : Optional.empty();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static PreparedStatement query(Connection connection, List<String> digests)
            throws SQLException {
        var marks = String.join(", ", Collections.nCopies(digests.size(), "?"));
        var query = connection.prepareStatement(BY_DIGEST.formatted(marks));
        for (int i = 0; i < digests.size(); i++) {
            query.setString(i + 1, digests.get(i));
        }
        return query;
    }

    private static StoredKey key(ResultSet row, String newest) throws SQLException {
        var project = row.getString("project_id");
        return new StoredKey(
                new KeyId(row.getString("id")),
                new UserId(row.getString("owner_id")),
                Role.valueOf(row.getString("role")),
                row.getBoolean("suspended"),
                project == null ? null : new ProjectId(project),
                row.getString("label"),
                Scope.parse(row.getString("scopes")),
                row.getBoolean("legacy_full_access"),
                instant(row.getTimestamp("disabled_at")),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("revoked_at")),
                !newest.equals(row.getString("key_digest")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}

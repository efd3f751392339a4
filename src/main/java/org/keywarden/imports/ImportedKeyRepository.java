package org.keywarden.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.keys.KeyId;
import org.keywarden.projects.ProjectId;

/** Keeps imported keys, many with one call: one by one most of an import's time went on the way. */
@ApplicationScoped
class ImportedKeyRepository {

    private static final String INSERT =
            """
            insert into api_key (id, version, owner_id, project_id, label, scopes,
                legacy_full_access, key_prefix, key_digest, created_at, expires_at)
            values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OWNERS = "select id from account_standing where id = any (?)";

    private static final String DIGESTS =
            "select key_digest from api_key where key_digest = any (?)";

    /**
     * A key to be kept.
     *
     * @param digest what it is stored under
     */
    record NewRow(KeyId id, ImportedKey key, ProjectId project, String digest) {}

    @PersistenceContext EntityManager entities;

    /** Those of the owners that have an account. */
    Set<UserId> existing(Set<UserId> owners) {
        var ids = owners.stream().map(UserId::value).collect(Collectors.toSet());
        return among(OWNERS, ids).stream().map(UserId::new).collect(Collectors.toSet());
    }

    /** Which of these digests are taken. */
    Set<String> taken(Set<String> digests) {
        return among(DIGESTS, digests);
    }

    /**
     * As one array: PostgreSQL goes on using the plan for a list of parameters that it made when the
     * table was small, and that reads the whole table.
     */
    private Set<String> among(String text, Set<String> values) {
        var connection = connection();
        try (var query = connection.prepareStatement(text)) {
            query.setArray(1, connection.createArrayOf("varchar", values.toArray()));
            try (var rows = query.executeQuery()) {
                var found = new HashSet<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    void add(List<NewRow> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection().prepareStatement(INSERT)) {
            for (var row : rows) {
                bind(insert, row, Timestamp.from(now));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** The transaction's own. */
    private Connection connection() {
        return entities.unwrap(Connection.class);
    }

    private static void bind(PreparedStatement insert, NewRow row, Timestamp now)
            throws SQLException {
        var key = row.key();
        var end = key.expiresAt();
        insert.setString(1, row.id().value());
        insert.setString(2, key.owner().value());
        insert.setString(3, row.project().value());
        insert.setString(4, key.label());
        insert.setString(5, Scope.format(key.scopes()));
        insert.setBoolean(6, key.legacyFullAccess());
        insert.setString(7, key.keyPrefix());
        insert.setString(8, row.digest());
        insert.setTimestamp(9, now);
        insert.setTimestamp(10, end == null ? null : Timestamp.from(end));
    }
}

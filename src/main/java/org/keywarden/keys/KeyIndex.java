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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.platform.database.KeywardenDataSource;
import org.keywarden.projects.ProjectId;

/**
 * Finds a key by its digest, and how its owner stands, with one plain statement. Not with JPA:
 * outside of a transaction the server's entity manager is not safe for threads, and a transaction is
 * more than a read needs.
 */
@ApplicationScoped
class KeyIndex {

    private static final String BY_DIGEST =
            """
            select k.id, k.owner_id, k.project_id, k.label, k.scopes, k.legacy_full_access,
                k.key_digest, k.key_hash, k.disabled_at, k.expires_at, k.revoked_at, o.role, o.suspended
            from api_key k join account_standing o on o.id = k.owner_id
            where k.key_digest in (%s)
            """;

    private static final String IDS =
            "select key_digest, id from api_key where key_digest = any (?)";

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    /**
     * A key that is found.
     *
     * @param hash what the presented text is to be compared with, or {@code null} if the digest is enough
     */
    record Found(StoredKey key, @Nullable String hash) {

        /** Never the hash. */
        @Override
        public String toString() {
            return "Found[" + key.id() + "]";
        }
    }

    /**
     * The keys stored under any of these digests: one at most, unless it was imported in several forms.
     *
     * @param newest what such a key should be stored under
     */
    List<Found> find(List<String> digests, String newest) {
        try (var connection = database.getConnection();
                var query = query(connection, digests);
                var rows = query.executeQuery()) {
            var found = new ArrayList<Found>();
            while (rows.next()) {
                found.add(new Found(key(rows, newest), rows.getString("key_hash")));
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** The ids of the keys stored under any of these digests, by digest. */
    Map<String, KeyId> idsOf(Collection<String> digests) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(IDS)) {
            query.setArray(1, connection.createArrayOf("varchar", digests.toArray()));
            try (var rows = query.executeQuery()) {
                var ids = new HashMap<String, KeyId>();
                while (rows.next()) {
                    ids.put(rows.getString(1), new KeyId(rows.getString(2)));
                }
                return ids;
            }
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

package org.keywarden.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.keywarden.platform.crypto.MasterSecret;
import org.keywarden.platform.database.KeywardenDataSource;

/**
 * Appends to the chain. The one row of {@code audit_head} puts the writers of all nodes in a line;
 * it is locked from here to the end of the transaction.
 */
@ApplicationScoped
class ChainRepository {

    private static final String LOCK =
            "select sequence, hash from audit_head where id = 1 for update";

    private static final String INSERT =
            "insert into audit_entry (%s, %s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    .formatted(EntryRow.COLUMNS, EntryRow.CHAIN_COLUMNS);

    private static final String ADVANCE =
            "update audit_head set sequence = ?, hash = ?, key_id = ?, seal = ? where id = 1";

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    @PersistenceContext EntityManager entities;
    @Inject MasterSecret secret;

    private List<ChainKey> keys = List.of();

    @PostConstruct
    void derive() {
        keys = ChainKey.of(secret);
    }

    /**
     * Writes the entries in their order; returns them in their place. What JPA has to write goes
     * first, so that nothing else is waited for while the others wait for the head.
     */
    List<ChainedEntry> append(List<AuditEntry> entries) {
        entities.flush();
        try (var connection = database.getConnection()) {
            var key = keys.get(0);
            var end = lock(connection);
            var chained = new ArrayList<ChainedEntry>();
            for (var entry : entries) {
                var link = key.chain(end, entry);
                chained.add(link);
                end = link.mark();
            }
            insert(connection, chained);
            advance(connection, key.seal(end));
            return List.copyOf(chained);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Mark lock(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(LOCK);
                var row = query.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("The audit chain has lost its head");
            }
            return new Mark(row.getLong("sequence"), row.getString("hash"));
        }
    }

    private static void insert(Connection connection, List<ChainedEntry> chained)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var link : chained) {
                EntryRow.bind(insert, link);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void advance(Connection connection, Head head) throws SQLException {
        try (var update = connection.prepareStatement(ADVANCE)) {
            update.setLong(1, head.mark().sequence());
            update.setString(2, head.mark().hash());
            update.setString(3, head.keyId());
            update.setString(4, head.seal());
            update.executeUpdate();
        }
    }
}

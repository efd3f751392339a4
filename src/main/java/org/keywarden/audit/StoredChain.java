package org.keywarden.audit;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Database;

/**
 * The chain in the database, read as it is at one moment, beside a running server, a few rows at a
 * time. Without the server's pool: there is no server.
 */
final class StoredChain implements AutoCloseable {

    private static final int ROWS_AT_A_TIME = 1000;

    private static final String ROWS =
            "select %s, %s from audit_entry where sequence is not null order by sequence, id"
                    .formatted(EntryRow.COLUMNS, EntryRow.CHAIN_COLUMNS);

    private static final String HEAD =
            "select sequence, hash, key_id, seal from audit_head where id = 1";

    private static final String BEFORE =
            "select count(*), max(at) from audit_entry where sequence is null";

    /**
     * Entries that have no place in the chain.
     *
     * @param latest when the last of them was written
     */
    record Unchained(long count, @Nullable Instant latest) {}

    /** Judges a row; a complaint ends the reading. */
    interface Judge {
        Optional<String> judge(ChainedEntry row);
    }

    private final Connection connection;

    private StoredChain(Connection connection) {
        this.connection = connection;
    }

    static StoredChain open(Database database) throws SQLException {
        var connection = driver(database).connect(url(database), properties(database));
        connection.setReadOnly(true);
        connection.setAutoCommit(false); // or PostgreSQL would send all rows at once
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return new StoredChain(connection);
    }

    /** Reads every row in the order of the sequence, until there is a complaint. */
    Optional<String> read(Judge judge) throws SQLException {
        try (var query = connection.prepareStatement(ROWS)) {
            query.setFetchSize(ROWS_AT_A_TIME);
            try (var row = query.executeQuery()) {
                Optional<String> complaint = Optional.empty();
                while (complaint.isEmpty() && row.next()) {
                    complaint = judge.judge(EntryRow.readChained(row));
                }
                return complaint;
            }
        }
    }

    @Nullable Head head() throws SQLException {
        try (var query = connection.prepareStatement(HEAD);
                var row = query.executeQuery()) {
            return row.next()
                    ? new Head(
                            new Mark(row.getLong("sequence"), row.getString("hash")),
                            row.getString("key_id"),
                            row.getString("seal"))
                    : null;
        }
    }

    Unchained unchained() throws SQLException {
        try (var query = connection.prepareStatement(BEFORE);
                var row = query.executeQuery()) {
            row.next();
            @Nullable OffsetDateTime latest = row.getObject(2, OffsetDateTime.class);
            return new Unchained(row.getLong(1), latest == null ? null : latest.toInstant());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private static Driver driver(Database database) {
        return database.isPostgres() ? new org.postgresql.Driver() : new org.h2.Driver();
    }

    /** A check of nothing shall not make an empty database of it. */
    private static String url(Database database) {
        return database.isPostgres()
                ? database.url()
                : database.url() + ";IFEXISTS=TRUE;TRACE_LEVEL_FILE=0";
    }

    private static Properties properties(Database database) {
        var properties = new Properties();
        properties.setProperty("user", database.user() == null ? "sa" : database.user());
        if (database.password() != null) {
            properties.setProperty("password", database.password());
        }
        if (database.isPostgres()) {
            if (database.user() == null) {
                properties.remove("user"); // the URL may name it
            }
            properties.setProperty("ApplicationName", "keywarden verify-audit");
            properties.setProperty("connectTimeout", "5");
            properties.setProperty("logServerErrorDetail", "false");
        }
        return properties;
    }
}

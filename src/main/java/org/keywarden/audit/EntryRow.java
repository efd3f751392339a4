package org.keywarden.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** An entry as a row; with times that no time zone of a machine can shift. */
final class EntryRow {

    static final String COLUMNS =
            "id, at, actor_id, action, target, owner_id, address, request_id, changes";

    static final String CHAIN_COLUMNS = "sequence, key_id, hash";

    private EntryRow() {}

    static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_id"),
                row.getString("action"),
                row.getString("target"),
                row.getString("owner_id"),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("changes"));
    }

    static ChainedEntry readChained(ResultSet row) throws SQLException {
        return new ChainedEntry(
                row.getLong("sequence"),
                read(row),
                String.valueOf(row.getString("key_id")),
                String.valueOf(row.getString("hash")));
    }

    /** In the order of both lists of columns. */
    static void bind(PreparedStatement insert, ChainedEntry row) throws SQLException {
        var entry = row.entry();
        insert.setString(1, entry.id());
        insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
        insert.setString(3, entry.actorId());
        insert.setString(4, entry.action());
        insert.setString(5, entry.target());
        insert.setString(6, entry.ownerId());
        insert.setString(7, entry.address());
        insert.setString(8, entry.requestId());
        insert.setString(9, entry.changes());
        insert.setLong(10, row.sequence());
        insert.setString(11, row.keyId());
        insert.setString(12, row.hash());
    }
}

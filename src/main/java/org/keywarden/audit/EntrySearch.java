package org.keywarden.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.keywarden.platform.database.KeywardenDataSource;
import org.keywarden.platform.paging.PageBounds;

/** Finds entries, the newest first; of the same millisecond, by the id. */
@ApplicationScoped
class EntrySearch {

    private static final String COUNT = "select count(*) from audit_entry %s";

    private static final String NEWEST_FIRST = "order by at desc, id desc limit ? offset ?";
    private static final String OLDEST_FIRST = "order by at, id limit ? offset ?";

    private static final String SELECT = "select " + EntryRow.COLUMNS + " from audit_entry %s %s";

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    long count(Condition condition) {
        try (var connection = database.getConnection();
                var query = prepared(connection, COUNT.formatted(condition.sql()), condition);
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** A page, counted from the nearer end: the last pages cost no more than the first. */
    List<AuditEntry> page(Condition condition, PageBounds bounds, long total) {
        if (bounds.offset() <= total / 2) {
            return rows(condition, NEWEST_FIRST, bounds.size(), bounds.offset());
        }
        var size = Math.min(bounds.size(), total - bounds.offset());
        var rows = rows(condition, OLDEST_FIRST, size, total - bounds.offset() - size);
        Collections.reverse(rows);
        return rows;
    }

    List<AuditEntry> batch(Condition condition, int size) {
        return rows(condition, NEWEST_FIRST, size, 0);
    }

    private List<AuditEntry> rows(Condition condition, String order, long limit, long offset) {
        var sql = SELECT.formatted(condition.sql(), order);
        try (var connection = database.getConnection();
                var query = prepared(connection, sql, condition)) {
            var marks = condition.values().size();
            query.setLong(marks + 1, limit);
            query.setLong(marks + 2, offset);
            return read(query);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, Condition condition) throws SQLException {
        var query = connection.prepareStatement(sql);
        var values = condition.values();
        for (int i = 0; i < values.size(); i++) {
            query.setObject(i + 1, values.get(i));
        }
        return query;
    }

    private static List<AuditEntry> read(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            var entries = new ArrayList<AuditEntry>();
            while (row.next()) {
                entries.add(EntryRow.read(row));
            }
            return entries;
        }
    }
}

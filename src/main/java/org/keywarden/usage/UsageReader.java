package org.keywarden.usage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.keywarden.platform.database.KeywardenDataSource;
import org.keywarden.verification.Code;

/** Reads the counts of hours, one row each. */
@ApplicationScoped
class UsageReader {

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    /** The hours of a range in which there was any use. */
    Map<Instant, Counts> read(Ledger ledger, String id, Range range) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ledger.select())) {
            query.setString(1, id);
            query.setTimestamp(2, Timestamp.from(range.start()));
            query.setTimestamp(3, Timestamp.from(range.end()));
            try (var rows = query.executeQuery()) {
                var hours = new HashMap<Instant, Counts>();
                while (rows.next()) {
                    hours.put(rows.getTimestamp("hour_start").toInstant(), counts(rows));
                }
                return hours;
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Counts counts(ResultSet row) throws SQLException {
        var byCode = new EnumMap<Code, Long>(Code.class);
        long denied = row.getLong("denied");
        long unexplained = denied;
        for (var code : Counts.DENIALS) {
            long count = row.getLong(Ledger.column(code));
            byCode.put(code, count);
            unexplained -= count;
        }
        byCode.put(Code.VALID, row.getLong("requests") - denied);
        return new Counts(byCode, unexplained);
    }
}

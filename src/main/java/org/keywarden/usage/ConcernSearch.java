package org.keywarden.usage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.keywarden.access.UserId;
import org.keywarden.keys.KeyId;
import org.keywarden.platform.database.KeywardenDataSource;

/**
 * Finds the keys that ask for attention: counts them in one pass over the keys of the owner, and then
 * looks for the first ones of what there is.
 */
@ApplicationScoped
class ConcernSearch {

    private static final int SHOWN = 5;
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration RECENT = Duration.ofDays(30);
    private static final Duration NEW = Duration.ofDays(7);

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    @Inject Clock clock;

    /** The first of them, and how many there are. */
    record Concerned(long total, List<KeyId> first) {}

    /** All keys of an owner, and those of each concern. */
    record Findings(long all, long active, Map<Concern, Concerned> concerned) {}

    Findings search(UserId owner) {
        var now = clock.instant();
        try (var connection = database.getConnection();
                var counting = prepared(connection, Concern.COUNTS, owner, now);
                var counts = counting.executeQuery()) {
            counts.next();
            var concerned = new EnumMap<Concern, Concerned>(Concern.class);
            for (var concern : Concern.values()) {
                long total = counts.getLong(concern.name());
                var first = total == 0 ? List.<KeyId>of() : first(connection, concern, owner, now);
                concerned.put(concern, new Concerned(total, first));
            }
            return new Findings(counts.getLong("stored"), counts.getLong("active"), concerned);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static List<KeyId> first(
            Connection connection, Concern concern, UserId owner, Instant now) throws SQLException {
        try (var query = prepared(connection, concern.first(), owner, now)) {
            query.setInt(6, SHOWN);
            try (var rows = query.executeQuery()) {
                var ids = new ArrayList<KeyId>();
                while (rows.next()) {
                    ids.add(new KeyId(rows.getString(1)));
                }
                return ids;
            }
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String text, UserId owner, Instant now) throws SQLException {
        var query = connection.prepareStatement(text);
        query.setTimestamp(1, Timestamp.from(now));
        query.setTimestamp(2, Timestamp.from(now.plus(SOON)));
        query.setTimestamp(3, Timestamp.from(now.minus(NEW)));
        query.setDate(4, Date.valueOf(now.minus(RECENT).atZone(ZoneOffset.UTC).toLocalDate()));
        query.setString(5, owner.value());
        return query;
    }
}

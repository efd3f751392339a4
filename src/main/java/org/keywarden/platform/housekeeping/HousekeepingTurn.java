package org.keywarden.platform.housekeeping;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.keywarden.platform.database.KeywardenDataSource;

/**
 * Whose turn it is to clean up: that of whichever node asks first once the last turn is over. It goes by
 * the clock of the database, since those of the nodes may differ.
 */
@ApplicationScoped
class HousekeepingTurn {

    private static final String TAKE =
            """
            update housekeeping_turn set over_at = current_timestamp + interval '50' second
            where id = 1 and over_at <= current_timestamp
            """;

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    /** Takes the next turn, if there is one to take; of several nodes one does. */
    boolean take() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(TAKE) == 1;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}

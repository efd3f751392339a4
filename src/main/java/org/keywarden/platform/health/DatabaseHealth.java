package org.keywarden.platform.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.keywarden.platform.database.KeywardenDataSource;

/** Ready means that a connection can be had, and that the database answers on it. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private boolean answers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false; // what is down is told by this very answer
        }
    }
}

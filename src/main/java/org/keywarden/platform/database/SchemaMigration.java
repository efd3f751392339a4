package org.keywarden.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.log.Log;

/**
 * Brings the schema up to date before anything uses it. An EJB, since those start after JPA and
 * before CDI's start-up observers and the first request. ADR 10.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    /** Also the path that liquibase-maven-plugin uses, since it is part of a change set's identity. */
    static final String CHANGELOG = "liquibase/changelog.xml";

    /** Any constant number will do, as long as all nodes use the same. */
    private static final long ADVISORY_LOCK = 0x6b657977;

    private static final Log LOG = Log.of(SchemaMigration.class);

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    @Inject Configuration configuration;

    @PostConstruct
    void migrate() {
        try (var connection = database.getConnection()) {
            lock(connection);
            Scope.child(quietly(), () -> update(connection));
            unlock(connection);
        } catch (Exception e) { // all that Liquibase's scope promises
            throw new IllegalStateException(
                    "The database %s cannot be used: %s"
                            .formatted(
                                    configuration.database().shownUrl(),
                                    DatabaseFailures.rootOf(e)),
                    e);
        }
        LOG.info("Schema is up to date", "database", configuration.database().shownUrl());
    }

    /**
     * Liquibase's own lock outlives a killed process and would block the next start. So nodes take
     * turns by a lock of the session, which dies with it; a lock of Liquibase's that is still there
     * then belongs to nobody. An H2 file has one process only.
     */
    private void lock(Connection connection) throws SQLException {
        if (configuration.database().isPostgres()) {
            // a large change set, or another node's, may take longer than any request
            connection.setNetworkTimeout(Runnable::run, 0);
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_lock(" + ADVISORY_LOCK + ")");
            }
        }
    }

    private void update(Connection connection) throws LiquibaseException {
        var target =
                DatabaseFactory.getInstance()
                        .findCorrectDatabaseImplementation(new JdbcConnection(connection));
        var locks = LockServiceFactory.getInstance().getLockService(target);
        if (locks.listLocks().length > 0) {
            locks.forceReleaseLock();
        }
        var accessor = new ClassLoaderResourceAccessor(SchemaMigration.class.getClassLoader());
        var liquibase = new Liquibase(CHANGELOG, accessor, target);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.update(new Contexts(), new LabelExpression());
    }

    private void unlock(Connection connection) throws SQLException {
        if (configuration.database().isPostgres()) {
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock(" + ADVISORY_LOCK + ")");
            }
            connection.setNetworkTimeout(Runnable::run, KeywardenDataSource.SOCKET_TIMEOUT_MILLIS);
        }
    }

    /** To the log instead of standard output; and never a word about us to its makers. */
    private static Map<String, Object> quietly() {
        return Map.of(
                Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false);
    }
}

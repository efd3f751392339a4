package org.keywarden.platform.database;

import jakarta.annotation.sql.DataSourceDefinition;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.logging.Logger;
import javax.sql.CommonDataSource;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.config.Database;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that the configuration names, for the server's pool: the same WAR runs on H2 and on
 * PostgreSQL, and a server needs no set-up. ADR 11.
 *
 * <p>The pool has a few connections more than the server has HTTP threads (server-config), for the
 * background; more threads would only queue for a connection. A request that cannot get one within
 * the wait time is answered with 503.
 */
@DataSourceDefinition(
        name = KeywardenDataSource.JNDI_NAME,
        className = "org.keywarden.platform.database.KeywardenDataSource",
        minPoolSize = 4,
        maxPoolSize = 20,
        initialPoolSize = 1,
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        properties = {
            "fish.payara.max-wait-time-in-millis=5000",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=5"
        })
public class KeywardenDataSource implements DataSource {

    public static final String JNDI_NAME = "java:app/jdbc/keywarden";

    /** How long a connection waits for an answer before it counts as lost. */
    static final int SOCKET_TIMEOUT_MILLIS = 30_000;

    private static final String H2_OPTIONS = ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=5000";

    private final DataSource driver;

    /** For the server's pool. */
    public KeywardenDataSource() {
        // Not the thread's context class loader: there is none while JPA starts.
        var config = ConfigProvider.getConfig(KeywardenDataSource.class.getClassLoader());
        var database =
                Configuration.read(name -> config.getOptionalValue(name, String.class)).database();
        driver = database.isPostgres() ? postgres(database) : h2(database);
    }

    private static DataSource postgres(Database database) {
        var postgres = new PGSimpleDataSource();
        postgres.setUrl(database.url());
        if (database.user() != null) {
            postgres.setUser(database.user());
        }
        if (database.password() != null) {
            postgres.setPassword(database.password());
        }
        postgres.setApplicationName("keywarden");
        postgres.setLogServerErrorDetail(false); // it quotes the values of rows, digests among them
        // EclipseLink binds an absent time as text, since its converter may yield either database's
        // type; without a type, PostgreSQL takes the column's.
        postgres.setStringType("unspecified");
        postgres.setConnectTimeout(5);
        postgres.setSocketTimeout(SOCKET_TIMEOUT_MILLIS / 1000);
        postgres.setTcpKeepAlive(true);
        return postgres;
    }

    /**
     * H2 writes behind by default, and closes itself first when the process is asked to stop. But an
     * acknowledged key must survive a killed process, and the last counts are written while stopping.
     */
    private static DataSource h2(Database database) {
        var h2 = new JdbcDataSource();
        h2.setURL(
                database.url()
                        + H2_OPTIONS
                        + (isShared(database) ? "" : ";DB_CLOSE_ON_EXIT=FALSE"));
        h2.setUser(database.user() == null ? "sa" : database.user());
        h2.setPassword(database.password() == null ? "" : database.password());
        return h2;
    }

    /** A file that H2 serves to other processes cannot be kept from closing itself. */
    private static boolean isShared(Database database) {
        return database.url().toUpperCase(Locale.ROOT).contains("AUTO_SERVER=TRUE");
    }

    @Override
    public Connection getConnection() throws SQLException {
        return driver.getConnection();
    }

    /** The pool passes what it was told, which is nothing; the configuration has the role. */
    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password)
            throws SQLException {
        return driver.getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        driver.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return ((CommonDataSource) driver).getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return driver.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return driver.isWrapperFor(type);
    }
}

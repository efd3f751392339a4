package org.keywarden.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A database of the kind that {@code -Dkeywarden.test.database} names, to be read and prepared from
 * outside of the server that uses it.
 *
 * @param url what the server is told, too
 */
public record TestDatabase(String url, String user, String password) {

    /** An empty database. */
    public static TestDatabase create(Path dataDir) {
        return isPostgres() ? Postgres.createDatabase() : h2(dataDir);
    }

    /** An empty database that H2 opens to nobody else as long as the server runs, as it usually is. */
    public static TestDatabase createExclusive(Path dataDir) {
        return isPostgres()
                ? Postgres.createDatabase()
                : new TestDatabase("jdbc:h2:file:" + dataDir.resolve("keywarden"), "sa", "");
    }

    public static boolean isPostgres() {
        return System.getProperty("keywarden.test.database", "h2").equals("postgresql");
    }

    /** H2's file is open to one process, unless that one serves the others. */
    private static TestDatabase h2(Path dataDir) {
        return new TestDatabase(
                "jdbc:h2:file:" + dataDir.resolve("keywarden") + ";AUTO_SERVER=TRUE", "sa", "");
    }

    /** The first column of the first row, as a number. */
    public long count(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).get(0).get(0));
    }

    /** All rows, all values as text. */
    public List<List<String>> rows(String sql, Object... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var rows = new ArrayList<List<String>>();
            var result = statement.executeQuery();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes rows; returns how many. */
    public int change(String sql, Object... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Every value of every row of every table of ours. */
    public String dump() {
        var dump = new StringBuilder();
        rows("""
                        select table_name from information_schema.tables
                        where lower(table_schema) = 'public'
                        """)
                .forEach(table -> dump.append(rows("select * from " + table.get(0))).append('\n'));
        return dump.toString();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}

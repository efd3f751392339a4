package org.keywarden.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.keywarden.access.Caller;
import org.keywarden.access.Role;
import org.keywarden.access.TokenType;
import org.keywarden.access.UserId;
import org.keywarden.platform.database.KeywardenDataSource;

/** Looks into the database past everything that the application has in front of it. */
@ApplicationScoped
public class Database {

    private static final String STATEMENTS =
            """
            select sql_statement, execution_count from information_schema.query_statistics
            where lower(sql_statement) not like '%query_statistics%'
            """;

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource source;

    /** The session of a new developer, who really has an account. */
    public Caller newDeveloper() {
        var id = UserId.next();
        update(
                "insert into account (id, version, email, email_key, role, password_hash, suspended,"
                        + " created_at) values (?, 0, ?, ?, 'DEVELOPER', '', false, current_timestamp)",
                id.value(),
                id.value(),
                id.value());
        return new Caller(
                id, Role.DEVELOPER, TokenType.SESSION_TOKEN, "ses_1", Set.of(), false, false);
    }

    /** The rows of a query, columns in lower case. */
    public List<Map<String, Object>> rows(String query, Object... values) {
        try (var connection = source.getConnection();
                var statement = prepared(connection, query, values);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<Map<String, Object>>();
            while (result.next()) {
                var row = new LinkedHashMap<String, Object>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    var name = result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
                    row.put(name, result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public int update(String command, Object... values) {
        try (var connection = source.getConnection();
                var statement = prepared(connection, command, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The statements that H2 executed meanwhile, in lower case, each as often as it was executed;
     * without the batches of usage, which are written whenever their time comes, and without the look at
     * the imported forms, which is taken about once a second, whoever calls.
     */
    public List<String> statementsDuring(Runnable call) {
        update("set query_statistics_max_entries 10000");
        update("set query_statistics true");
        var before = executed();
        call.run();
        var after = executed();
        update("set query_statistics false");
        var statements = new ArrayList<String>();
        after.forEach(
                (text, count) -> {
                    for (long i = before.getOrDefault(text, 0L); i < count; i++) {
                        statements.add(text);
                    }
                });
        statements.removeIf(
                text ->
                        text.equals("commit") // of the batches that are written in the background
                                || text.contains("key_usage")
                                || text.contains("owner_usage")
                                || text.contains("last_used_at =")
                                || text.contains("_asked_on = ")
                                || text.contains("select form from imported_key_form"));
        return statements;
    }

    private Map<String, Long> executed() {
        var executed = new LinkedHashMap<String, Long>();
        for (var row : rows(STATEMENTS)) {
            var text = row.get("sql_statement").toString().toLowerCase(Locale.ROOT);
            executed.merge(text, ((Number) row.get("execution_count")).longValue(), Long::sum);
        }
        return executed;
    }

    private static PreparedStatement prepared(Connection connection, String text, Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(text);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}

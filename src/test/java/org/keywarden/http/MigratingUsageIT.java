package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keywarden.testing.TestDatabase;

@DisplayName("Usage that was counted before outcomes were")
class MigratingUsageIT {

    private static final String SUMS =
            """
            select owner_id, requests, denied, revoked + disabled + expired + owner_suspended
                + insufficient_scope from owner_usage order by owner_id, hour_start
            """;

    @TempDir Path directory;

    private TestDatabase database;

    /** A step with the schema as it is. */
    private interface Step {
        void with(Liquibase schema) throws Exception;
    }

    @BeforeEach
    void countAsBefore() throws Exception {
        database = TestDatabase.create(directory);
        migrate(schema -> schema.update(before(schema, "002-outcomes"), ""));
        for (var key : List.of("key_1", "key_2", "key_3")) {
            database.change(
                    """
                    insert into api_key (id, version, owner_id, scopes, legacy_full_access, key_prefix,
                        key_digest, created_at) values (?, 0, ?, 'read', false, '', ?, current_timestamp)
                    """,
                    key,
                    key.equals("key_3") ? "usr_2" : "usr_1",
                    key);
            count(key, "2026-01-02 12:00:00+00", 10, 3);
        }
        count("key_1", "2026-01-02 13:00:00+00", 5, 0);
    }

    @Test
    @DisplayName("stays, and is summed up for each owner")
    void stays() throws Exception {
        migrate(schema -> schema.update(new Contexts(), new LabelExpression()));

        assertThat(database.rows("select sum(requests), sum(denied) from key_usage"))
                .hasToString("[[35, 9]]");
        assertThat(database.rows(SUMS))
                .hasToString("[[usr_1, 20, 6, 0], [usr_1, 5, 0, 0], [usr_2, 10, 3, 0]]");
    }

    @Test
    @DisplayName("can still be counted by a node of that time")
    void keepsOldNodesWorking() throws Exception {
        migrate(schema -> schema.update(new Contexts(), new LabelExpression()));

        count("key_2", "2026-01-02 14:00:00+00", 7, 7);

        assertThat(database.rows("select denied, revoked from key_usage where requests = 7"))
                .hasToString("[[7, 0]]");
    }

    @Test
    @DisplayName("outlives the way back")
    void canBeRolledBack() throws Exception {
        migrate(schema -> schema.update(new Contexts(), new LabelExpression()));

        migrate(schema -> schema.rollback(since("002-outcomes"), ""));

        assertThat(database.rows("select * from key_usage where key_id = 'key_3'").get(0))
                .hasSize(4)
                .contains("10", "3");
    }

    private void count(String key, String hour, long requests, long denied) {
        database.change(
                "insert into key_usage (key_id, hour_start, requests, denied) values (?,"
                        + " cast(? as timestamp(3) with time zone), ?, ?)",
                key,
                hour,
                requests,
                denied);
    }

    private static int before(Liquibase schema, String changeSet) throws Exception {
        var all = schema.listUnrunChangeSets(new Contexts(), new LabelExpression());
        return (int) all.stream().takeWhile(one -> !one.getId().equals(changeSet)).count();
    }

    private int since(String changeSet) {
        return (int)
                database.count(
                        """
                        select count(*) from databasechangelog where orderexecuted >=
                            (select orderexecuted from databasechangelog where id = ?)
                        """,
                        changeSet);
    }

    private void migrate(Step step) throws Exception {
        try (var connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            var target =
                    DatabaseFactory.getInstance()
                            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
            var schema =
                    new Liquibase(
                            "liquibase/changelog.xml",
                            new DirectoryResourceAccessor(Path.of("").toAbsolutePath()),
                            target);
            schema.setShowSummary(UpdateSummaryEnum.OFF);
            step.with(schema);
        }
    }
}

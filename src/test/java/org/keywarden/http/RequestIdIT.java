package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Api;
import org.keywarden.testing.Eventually;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("A request id")
class RequestIdIT {

    private static final String NAME = "X-Request-Id";

    @Test
    @DisplayName("is kept when it is well formed")
    void isKept(Api api) {
        for (var id : new String[] {"a", "A-b_c.9", "x".repeat(128)}) {
            assertThat(api.with(NAME, id).get("/auth/me").header(NAME)).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "\u00e4", "<script>", "a\"b", "a,b", "{}"})
    @DisplayName("is replaced by a UUID when it is not")
    void isReplaced(String id, Api api) {
        var answered = api.with(NAME, id).get("/auth/me").header(NAME);

        assertThat(UUID.fromString(answered)).hasToString(answered);
    }

    @Test
    @DisplayName("is replaced when it is too long")
    void hasLimit(Api api) {
        var answered = api.with(NAME, "x".repeat(129)).get("/auth/me").header(NAME);

        assertThat(UUID.fromString(answered)).hasToString(answered);
    }

    @Test
    @DisplayName("is a new one for each request that brings none")
    void isNew(Account anna) {
        var first = anna.api().get("/developer/projects").header(NAME);
        var second = anna.api().get("/developer/projects").header(NAME);

        assertThat(first).isNotEqualTo(second).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/me",
                "/api/v1/nothing",
                "/nothing",
                "/health/ready",
                "/.well-known/jwks.json"
            })
    @DisplayName("comes back on every answer")
    void isEverywhere(String path, Api api) {
        assertThat(api.with(NAME, "it-1").getOutside(path).header(NAME)).isEqualTo("it-1");
    }

    @Test
    @DisplayName("stands in the body of an error")
    void isInProblems(Api api) {
        var answer = api.with(NAME, "it-2").get("/auth/me").expect(401);

        assertThat(answer.text("requestId")).isEqualTo("it-2");
    }

    @Test
    @DisplayName("stands in the log lines and in the audit trail")
    void isInLog(Account anna, RunningServer server, TestDatabase database) {
        var id = UUID.randomUUID().toString();

        anna.api().with(NAME, id).post("/developer/projects", "{\"name\":\"x\"}").expect(201);

        Eventually.eventually(server::err, log -> log.stream().anyMatch(l -> l.contains(id)));
        assertThat(database.count("select count(*) from audit_entry where request_id = ?", id))
                .isEqualTo(1);
    }
}

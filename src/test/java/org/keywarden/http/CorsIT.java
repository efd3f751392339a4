package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

/** The bench lists {@code https://app.test} and {@code http://localhost:3000}. */
@KeywardenTest
@DisplayName("Scripts of other origins")
class CorsIT {

    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @ParameterizedTest(name = "{0}")
    @DisplayName("read answers if their origin is listed, refusals included")
    @ValueSource(strings = {"https://app.test", "http://localhost:3000"})
    void readsIfListed(String origin, Account anna, Api api) {
        allowed(anna.api().with("Origin", origin).get("/auth/me").expect(200), origin);
        allowed(api.with("Origin", origin).get("/auth/me").expect(401), origin);
        allowed(api.with("Origin", origin).as("bad").get("/auth/me").expect(401), origin);
    }

    @Test
    @DisplayName("ask first, and are told what the path takes")
    void asksFirst(Api api) {
        var answer =
                api.with("Origin", "https://app.test")
                        .with("Access-Control-Request-Method", "POST")
                        .with("Access-Control-Request-Headers", "authorization")
                        .send("OPTIONS", "/developer/projects")
                        .expect(204);

        allowed(answer, "https://app.test");
        assertThat(answer.header("Access-Control-Allow-Methods"))
                .isEqualTo(answer.header("Allow"))
                .contains("POST");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("read nothing if it is not")
    @ValueSource(
            strings = {
                "https://evil.test",
                "https://app.test.evil.test",
                "https://app.test:8443",
                "http://app.test",
                "HTTPS://APP.TEST",
                "null",
                "*"
            })
    void readsNothingElse(String origin, Account anna) {
        for (var method : new String[] {"GET", "OPTIONS"}) {
            var answer = anna.api().with("Origin", origin).send(method, "/auth/me");
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.regionMatches(true, 0, "access-control", 0, 14));
            assertThat(answer.header("Vary")).isEqualTo("Origin");
        }
    }

    private static void allowed(Answer answer, String origin) {
        assertThat(answer.header(ALLOWED)).isEqualTo(origin);
        assertThat(answer.header("Vary")).isEqualTo("Origin");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }
}

package org.keywarden.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keywarden.platform.json.ObjectMapperProducer;

@DisplayName("A problem")
class ProblemTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("has type and title from its error code")
    @CsvSource({
        "NOT_FOUND, /problems/not-found, Not found",
        "PROJECT_NAME_TAKEN, /problems/project-name-taken, Project name taken",
        "UNAUTHENTICATED, /problems/unauthenticated, Unauthenticated"
    })
    void isNamedByItsCode(String code, String type, String title) {
        var problem = Problem.of(new ProblemException(409, code, "Why."), "/api/v1/x", "r-1");

        assertThat(problem.type()).isEqualTo(type);
        assertThat(problem.title()).isEqualTo(title);
        assertThat(problem.errorCode()).isEqualTo(code);
    }

    @Test
    @DisplayName("is on the wire what RFC 9457 says, with the members of its code beside")
    void isFlatOnTheWire() {
        var refusal =
                new ProblemException(403, "INSUFFICIENT_SCOPE", "It lacks a scope.")
                        .with("requiredScope", "write")
                        .with("grantedScopes", List.of("read"));

        assertThat(onTheWire(Problem.of(refusal, "/api/v1/x", "r-1")))
                .containsExactly(
                        entry("type", "/problems/insufficient-scope"),
                        entry("title", "Insufficient scope"),
                        entry("status", 403),
                        entry("detail", "It lacks a scope."),
                        entry("instance", "/api/v1/x"),
                        entry("errorCode", "INSUFFICIENT_SCOPE"),
                        entry("requestId", "r-1"),
                        entry("requiredScope", "write"),
                        entry("grantedScopes", List.of("read")));
    }

    @Test
    @DisplayName("of validation names each violation by field, code and message")
    void namesViolations() {
        var refusal = new ValidationException("scopes[0]", "UNKNOWN_VALUE", "is unknown");

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.errorCode()).isEqualTo("VALIDATION_FAILED");
        assertThat(onTheWire(Problem.of(refusal, "/", "")))
                .containsEntry(
                        "violations",
                        List.of(
                                Map.of(
                                        "field", "scopes[0]",
                                        "code", "UNKNOWN_VALUE",
                                        "message", "is unknown")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> onTheWire(Problem problem) {
        try {
            var mapper = ObjectMapperProducer.create();
            return mapper.readValue(mapper.writeValueAsString(problem), Map.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

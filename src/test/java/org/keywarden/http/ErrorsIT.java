package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.aKey;
import static org.keywarden.testing.Account.fields;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@DisplayName("An error")
class ErrorsIT {

    private static final String KEYS = "/developer/keys";
    private static final String PROJECTS = "/developer/projects";
    private static final String NOBODYS = "00000000000000000000000000000000";

    @Test
    @DisplayName("is a problem with all members")
    void hasMembers(Account anna) {
        var answer = anna.api().get(KEYS + "/key_" + NOBODYS).expect(404);

        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "type", "title", "status", "detail", "instance", "errorCode", "requestId");
        assertThat(answer.text("type")).isEqualTo("/problems/not-found");
        assertThat(answer.get("status").asInt()).isEqualTo(404);
        assertThat(answer.text("instance")).isEqualTo("/api/v1" + KEYS + "/key_" + NOBODYS);
        assertThat(answer.text("requestId")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @DisplayName("of validation names each field, a code and a message")
    void namesViolations(Account anna) {
        var answer = anna.api().post(KEYS, aKey("label", "x".repeat(65), "expiresInDays", 0));

        answer.expectProblem(400, "VALIDATION_FAILED");
        assertThat(answer.texts("violations", "field"))
                .containsExactlyInAnyOrder("label", "expiresInDays");
        assertThat(answer.texts("violations", "code")).noneMatch(String::isEmpty);
        assertThat(answer.texts("violations", "message")).noneMatch(String::isEmpty);
    }

    @Test
    @DisplayName("outside of the API is a problem, too")
    void isEverywhere(Api api) {
        api.getOutside("/nothing").expectProblem(404, "NOT_FOUND");
        api.getOutside("/errors").expectProblem(404, "NOT_FOUND");
        api.getOutside("/WEB-INF/web.xml").expectProblem(404, "NOT_FOUND");
    }

    @Test
    @DisplayName("is 406 when the answer cannot be had in that form")
    void refusesForms(Account anna) {
        var api = anna.api().with("Accept", "text/html");

        api.get(KEYS).expectProblem(406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    @DisplayName("is 415 when the body comes in another form, also to an API key")
    void refusesMediaTypes(String type, Account anna) {
        var body = BodyPublishers.ofString("{}");
        var key = anna.issue().api();

        for (var api : List.of(anna.api(), key)) {
            api.with("Content-Type", type)
                    .send("POST", KEYS, body)
                    .expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        }
    }

    @Test
    @DisplayName("is 413 for more than a mebibyte, announced or not")
    void refusesLargeBodies(Account anna) {
        var json = "{\"name\":\"" + "x".repeat(1_100_000) + "\"}";
        var api = anna.api().with("Content-Type", "application/json");

        api.send("POST", PROJECTS, BodyPublishers.ofString(json))
                .expectProblem(413, "PAYLOAD_TOO_LARGE");
        api.send(
                        "POST",
                        PROJECTS,
                        BodyPublishers.ofInputStream(
                                () ->
                                        new ByteArrayInputStream(
                                                json.getBytes(StandardCharsets.UTF_8))))
                .expectProblem(413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    @DisplayName("is none for a body of exactly a mebibyte")
    void takesLargeBodies(Account anna) {
        var start = "{\"name\":\"P\",\"x\":\"";
        var json = start + "x".repeat(1024 * 1024 - start.length() - 2) + "\"}";

        anna.api().post(PROJECTS, json).expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"scopes\":}",
                "{\"scopes\":[\"read\"]",
                "{\"scopes\":[\"read\"]} {}",
                "{'scopes':['read']}",
                "{\"label\":NaN}",
                "nonsense",
                "{\"label\":\"\\x\"}",
                "{\"label\":\"a\nb\"}",
                "<xml/>"
            })
    @DisplayName("is MALFORMED_JSON for what is no JSON")
    void refusesMalformedJson(String body, Account anna) {
        anna.api().post(KEYS, body).expectProblem(400, "MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "1", "true", "\"text\"", "[{}]"})
    @DisplayName("is 400 for a body that is no object")
    void requiresObject(String body, Account anna) {
        var key = anna.issue();

        anna.api().post(KEYS, body).expect(400);
        anna.api().post(PROJECTS, body).expect(400);
        anna.api().post("/keys/verify", body).expect(400);
        anna.api().patch(key.path(), body).expect(400);
    }

    @ParameterizedTest
    @CsvSource({
        "label",
        "description",
        "projectId",
        "projectName",
        "modelId",
        "gatewayId",
        "billingProviderId",
        "rawApiKey",
        "loginSessionId",
    })
    @DisplayName("is 400 and names the field for text that is none")
    void refusesTypesOfText(String field, Account anna) {
        for (var wrong : List.of("1", "1.5", "true", "[]", "{}", "[\"x\"]", "1e400")) {
            var body = "{\"scopes\":[\"read\"],\"%s\":%s}".formatted(field, wrong);
            anna.api().post(KEYS, body).expectInvalid(field);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1\"",
                "1.5",
                "1.0",
                "true",
                "[]",
                "{}",
                "[1]",
                "2147483648",
                "1e3",
                "1e400",
                "99999999999999999999",
                "\"\""
            })
    @DisplayName("is 400 and names the field for a number that is none")
    void refusesTypesOfNumbers(String wrong, Account anna) {
        var key = anna.issue();
        var body = "{\"scopes\":[\"read\"],\"expiresInDays\":%s}".formatted(wrong);

        anna.api().post(KEYS, body).expectInvalid("expiresInDays");
        anna.api().patch(key.path(), body).expectInvalid("expiresInDays");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"read\"",
                "1",
                "true",
                "{}",
                "[1]",
                "[0]",
                "[null]",
                "[[\"read\"]]",
                "[{}]",
                "[true]",
                "[\"READ\"]",
                "[\"root\"]",
                "\"\""
            })
    @DisplayName("is 400 for scopes that are none")
    void refusesTypesOfScopes(String wrong, Account anna) {
        var key = anna.issue();
        var body = "{\"scopes\":%s}".formatted(wrong);

        anna.api().post(KEYS, body).expectProblem(400, "VALIDATION_FAILED");
        anna.api().patch(key.path(), body).expectProblem(400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "a\\u0000b",
                "a\\u0007b",
                "a\\nb",
                "a\\u007fb",
                "a\\u0085b",
                "\\ud83d",
                "a\\udc00b",
                "\\udc00\\ud83d"
            })
    @DisplayName("is 400 for a control character or half a character in text")
    void refusesControlCharacters(String odd, Account anna) {
        var key = anna.issue();
        var project = anna.createProject("P");

        for (var field : List.of("label", "description", "projectName")) {
            var body = "{\"scopes\":[\"read\"],\"%s\":\"%s\"}".formatted(field, odd);
            anna.api().post(KEYS, body).expectInvalid(field);
        }
        for (var field : List.of("label", "description")) {
            var body = "{\"%s\":\"%s\"}".formatted(field, odd);
            anna.api().patch(key.path(), body).expectInvalid(field);
        }
        var name = "{\"name\":\"%s\"}".formatted(odd);
        anna.api().post(PROJECTS, name).expectInvalid("name");
        anna.api().patch(PROJECTS + "/" + project, name).expectInvalid("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000", "\\ud83d", "' or 1=1 --", "\\u202e"})
    @DisplayName("is never 500 for odd text in an id or a key")
    void survivesOddReferences(String odd, Account anna) {
        for (var field :
                List.of("projectId", "modelId", "gatewayId", "billingProviderId", "rawApiKey")) {
            var body = "{\"scopes\":[\"read\"],\"%s\":\"%s\"}".formatted(field, odd);
            anna.api().post(KEYS, body).expect(400);
        }
        var key = "{\"key\":\"%s\"}".formatted(odd);
        assertThat(anna.api().post("/keys/verify", key).expect(200).text("code"))
                .isEqualTo("NOT_FOUND");
        var ip = "{\"key\":\"x\",\"clientIp\":\"%s\"}".formatted(odd);
        assertThat(anna.api().post("/keys/verify", ip).status()).isIn(200, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "projectId", "billingProviderId", "status", "page", "pageSize"})
    @DisplayName("is 400 for a control character in a query parameter, never 500 for half a one")
    void refusesOddParameters(String parameter, Account anna) {
        for (var control : List.of("%00", "a%00b", "a%07b", "a%0Ab", "a%7Fb")) {
            anna.api().get(KEYS + "?" + parameter + "=" + control).expectInvalid(parameter);
        }
        for (var half : List.of("%ED%A0%80", "%FF", "%C3", "%F0%9F", "%C0%80")) {
            assertThat(anna.api().get(KEYS + "?" + parameter + "=" + half).status()).isIn(200, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "key_",
                "prj_",
                "key_1",
                "%20",
                "'",
                "a'or'1",
                "%22",
                "*",
                "null",
                "KEY_00000000000000000000000000000000",
                "key_00000000000000000000000000000000%20",
                "key_0000000000000000000000000000000G",
                "key_000000000000000000000000000000000"
            })
    @DisplayName("is the same 404 for an id that cannot be")
    void knowsNoOddIds(String id, Account anna) {
        for (var collection : List.of(KEYS, PROJECTS)) {
            anna.api().get(collection + "/" + id).expectProblem(404, "NOT_FOUND");
            anna.api().delete(collection + "/" + id).expectProblem(404, "NOT_FOUND");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2F",
                "a%2Fb",
                "..%2F..",
                "%2e%2e",
                "a%5Cb",
                "..%5C",
                "key_%00",
                "%FF",
                "%ED%A0%80"
            })
    @DisplayName("is 400 or 404 for an id that the server itself may refuse")
    void survivesMalformedIds(String id, Account anna) {
        assertThat(anna.api().get(KEYS + "/" + id).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "DELETE, ''",
        "PATCH, ''",
        "POST, /disable",
        "POST, /enable",
        "POST, /rotate",
    })
    @DisplayName("is the same for somebody else's key as for nobody's")
    void hidesForeignKeys(String method, String action, Account anna, Account ben) {
        var foreign = ben.issue().path() + action;
        var nobodys = KEYS + "/key_" + NOBODYS + action;

        assertSame(ask(anna, method, foreign), ask(anna, method, nobodys));
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "DELETE, ''", "PATCH, ''", "POST, /set-default"})
    @DisplayName("is the same for somebody else's project as for nobody's")
    void hidesForeignProjects(String method, String action, Account anna, Account ben) {
        var foreign = PROJECTS + "/" + ben.createProject("Ben's") + action;
        var nobodys = PROJECTS + "/prj_" + NOBODYS + action;

        assertSame(ask(anna, method, foreign), ask(anna, method, nobodys));
    }

    @Test
    @DisplayName("is 400 before 404: the body is judged before the id")
    void judgesBodyFirst(Account anna) {
        anna.api().patch(KEYS + "/key_" + NOBODYS, "{\"label\":1}").expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"x\":", "{\"scopes\":["})
    @DisplayName("is 400 for JSON that is nested without end")
    void survivesNesting(String step, Account anna) {
        anna.api().post(KEYS, step.repeat(60_000)).expect(400);
        anna.api().post(KEYS, "{\"scopes\":[\"read\"],\"x\":" + step.repeat(60_000)).expect(400);
    }

    @Test
    @DisplayName("is 400 for a number of a hundred thousand digits")
    void survivesLongNumbers(Account anna) {
        var body = "{\"scopes\":[\"read\"],\"expiresInDays\":" + "9".repeat(100_000) + "}";

        anna.api().post(KEYS, body).expect(400);
    }

    @Test
    @DisplayName("is 400 for a body that is no UTF-8")
    void survivesOtherEncodings(Account anna) {
        var bytes = new byte[] {'{', '"', 'x', '"', ':', '"', (byte) 0xff, (byte) 0xc0, '"', '}'};
        var api = anna.api().with("Content-Type", "application/json");

        api.send("POST", KEYS, BodyPublishers.ofByteArray(bytes)).expect(400);
    }

    @Test
    @DisplayName("is 4xx and no page of the server for an Authorization header of 10 KiB")
    void survivesLongHeaders(Api api) {
        var answer = api.as("x".repeat(10 * 1024)).get("/auth/me");

        assertThat(answer.status()).isIn(400, 401, 431);
        assertThat(answer.body()).doesNotContainIgnoringCase("<html");
    }

    @Test
    @DisplayName("never tells what is behind it")
    void hidesInnards(Account anna) {
        var answers =
                List.of(
                        anna.api().post(KEYS, "{\"scopes\":{}}"),
                        anna.api().post(KEYS, "{\"scopes\":[\"x\"]}"),
                        anna.api().post(KEYS, "{\"expiresInDays\":99999999999999999999}"),
                        anna.api().post(KEYS, "{\"label\":\"\\u0000\"}"),
                        anna.api().get(KEYS + "?status=%00"),
                        anna.api().get(KEYS + "/%00"),
                        anna.api().send("FOO", KEYS),
                        anna.api().getOutside("/nothing"));

        assertThat(answers)
                .allMatch(answer -> answer.status() >= 400 && answer.status() < 500)
                .extracting(Answer::body)
                .noneMatch(
                        body -> body.matches("(?is).*(exception|\\bat [a-z]+\\.|java|jakarta).*"))
                .noneMatch(body -> body.matches("(?is).*(org\\.|com\\.|select |insert |sql).*"));
    }

    private static Answer ask(Account caller, String method, String path) {
        return method.equals("PATCH")
                ? caller.api().patch(path, fields("name", "x", "label", "x"))
                : caller.api().send(method, path);
    }

    private static void assertSame(Answer foreign, Answer nobodys) {
        foreign.expectProblem(404, "NOT_FOUND");
        assertThat(comparable(foreign)).isEqualTo(comparable(nobodys));
    }

    /** The answer as bytes, without what names the request. */
    private static String comparable(Answer answer) {
        return answer.body()
                .replace(answer.text("requestId"), "")
                .replace(answer.text("instance"), "");
    }
}

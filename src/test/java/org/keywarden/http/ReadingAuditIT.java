package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.json.ObjectMapperProducer;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Reading the audit trail")
class ReadingAuditIT {

    private static final String PATH = "/audit";
    private static final String JSON_LINES = "application/jsonl";
    private static final int MANY = 2_600;

    @Test
    @DisplayName("tells who did what to which, when, from where and in which request")
    void tellsEverything(Account anna) {
        var answer =
                anna.api()
                        .from("198.51.100.7")
                        .post("/developer/keys", Account.aKey("label", "audited"))
                        .expect(201);

        var list = anna.api().get(PATH + "?action=key.issued").expect(200);

        var entry = list.get("entries").get(0);
        assertThat(entry.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "at",
                        "actorId",
                        "action",
                        "target",
                        "address",
                        "requestId",
                        "changes");
        assertThat(entry.get("id").asText()).startsWith("aud_");
        assertThat(entry.get("actorId").asText()).isEqualTo(anna.id());
        assertThat(entry.get("target").asText()).isEqualTo(answer.text("key.id"));
        assertThat(entry.get("address").asText()).isEqualTo("198.51.100.7");
        assertThat(entry.get("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(entry.at("/changes/label/before").isNull()).isTrue();
        assertThat(entry.at("/changes/label/after").asText()).isEqualTo("audited");
    }

    @Test
    @DisplayName("shows the newest first, whole pages, each entry once")
    void pages(Account anna) {
        var key = anna.issue();
        key.disable();
        key.revoke();

        var shown = new ArrayList<String>();
        for (int page = 1; page <= 3; page++) {
            var list = anna.api().get(PATH + "?pageSize=2&page=" + page).expect(200);
            assertThat(list.get("total").asInt()).isEqualTo(5);
            assertThat(list.get("totalPages").asInt()).isEqualTo(3);
            shown.addAll(list.texts("entries", "action"));
        }

        assertThat(shown)
                .containsExactly(
                        "key.revoked",
                        "key.disabled",
                        "key.issued",
                        "project.created",
                        "session.began");
        var beyond = anna.api().get(PATH + "?page=2147483647&pageSize=100").expect(200);
        assertThat(beyond.get("entries")).isEmpty();
    }

    @Test
    @DisplayName(
            "shows a developer what the developer did and what was done to the developer's things")
    void isPrivate(Account anna, Account ben, TestDatabase database) {
        anna.issue();
        insert(database, ben.id(), anna.id(), "thing.taken", 1);

        assertThat(anna.api().get(PATH).expect(200).texts("entries", "action"))
                .contains("thing.taken", "key.issued");
        assertThat(ben.api().get(PATH).expect(200).texts("entries", "action"))
                .containsExactlyInAnyOrder("session.began", "thing.taken");
        assertThat(total(ben.api().get(PATH + "?action=key.issued"))).isZero();
    }

    @Test
    @DisplayName("shows an administrator everything")
    void showsAll(Account anna, Accounts accounts) {
        var key = anna.issue();

        var admin = accounts.createAdministrator().api();

        assertThat(admin.get(PATH + "?target=" + key.id()).expect(200).texts("entries", "actorId"))
                .containsExactly(anna.id());
        var created = PATH + "?action=account.created&pageSize=1";
        var oldest = admin.get(created).expect(200).text("total");
        var system = admin.get(created + "&page=" + oldest).expect(200).get("entries").get(0);
        assertThat(system.get("actorId").isNull()).isTrue();
        assertThat(system.get("address").isNull()).isTrue();
        assertThat(system.get("requestId").isNull()).isTrue();
    }

    @Test
    @DisplayName("filters by actor, action and target, alone and together; blank ones do not count")
    void filters(Account anna) {
        var key = anna.issue();
        anna.issue();

        assertThat(total(anna.api().get(PATH + "?target=" + key.id()))).isEqualTo(1);
        assertThat(total(anna.api().get(PATH + "?action=key.issued"))).isEqualTo(2);
        assertThat(total(anna.api().get(PATH + "?actor=" + anna.id()))).isEqualTo(4);
        assertThat(total(anna.api().get(PATH + "?actor=%20&action=&from=&target=" + key.id())))
                .isEqualTo(1);
        assertThat(total(anna.api().get(PATH + "?action=key.revoked&target=" + key.id()))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%00", "a%00b", "a%0Ab", "%25", "'", "key%27--", "%F0%9F%98%80", "x/../y"})
    @DisplayName("finds nothing by odd characters")
    void takesOddCharacters(String odd, Account anna) {
        for (var parameter : List.of("actor", "action", "target")) {
            assertThat(total(anna.api().get(PATH + "?" + parameter + "=" + odd))).isZero();
        }
        assertThat(total(anna.api().get(PATH + "?actor=" + "x".repeat(2000)))).isZero();
    }

    @Test
    @DisplayName("takes the first instant of a range in, and leaves the last one out")
    void filtersByTime(Account anna) {
        anna.issue();
        var at = anna.api().get(PATH + "?action=key.issued").get("entries").get(0).get("at");
        var later = Instant.parse(at.asText()).plusNanos(100);
        var path = PATH + "?action=key.issued";

        assertThat(total(anna.api().get(path + "&from=" + at.asText()))).isEqualTo(1);
        assertThat(total(anna.api().get(path + "&to=" + at.asText()))).isZero();
        assertThat(total(anna.api().get(path + "&from=" + at.asText() + "&to=" + at.asText())))
                .isZero();
        assertThat(total(anna.api().get(path + "&from=" + later))).isZero();
        assertThat(total(anna.api().get(path + "&to=" + later))).isEqualTo(1);
        assertThat(total(anna.api().get(path + "&to=9999-12-31T23:59:59Z"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "page, 0",
        "pageSize, 101",
        "from, yesterday",
        "from, 2026-01-31",
        "from, 2026-02-30T00:00:00Z",
        "to, 2026-01-31T12:00:00",
        "to, 1769860800",
        "from, -1000000000-01-01T00:00:00Z",
        "to, +1000000000-12-31T23:59:59Z",
        "to, %00",
        "from, 2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z",
    })
    @DisplayName("answers 400 for a parameter without a meaning")
    void refusesParameters(String parameter, String value, Account anna) {
        var query = PATH + "?" + parameter + "=" + value.replace("+", "%2B");

        anna.api().get(query).expectInvalid(parameter);
        if (!parameter.startsWith("page")) {
            anna.api().with("Accept", JSON_LINES).get(query).expectInvalid(parameter);
        }
    }

    @Test
    @DisplayName("answers 401 without a credential, 403 to a key, 406 to who wants something else")
    void refuses(Account anna, Api api) {
        for (var accept : List.of("application/json", JSON_LINES)) {
            api.with("Accept", accept).get(PATH).expectProblem(401, "UNAUTHENTICATED");
            anna.issue("scopes", List.of("read", "write"))
                    .api()
                    .with("Accept", accept)
                    .get(PATH)
                    .expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
        }
        anna.api().with("Accept", "text/html").get(PATH).expectProblem(406, "NOT_ACCEPTABLE");
    }

    @Nested
    @DisplayName("as JSON Lines")
    class Exporting {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "*/* | application/json",
                    "application/* | application/json",
                    "application/jsonl, application/json | application/json",
                    "application/json;q=0.5, application/jsonl | application/jsonl",
                    "application/jsonl;q=0.1, text/html | application/jsonl",
                })
        @DisplayName("is for those who prefer it")
        void isPreferred(String accept, String type, Account anna) {
            var answer = anna.api().with("Accept", accept).get(PATH).expect(200);

            assertThat(answer.header("Content-Type")).isEqualTo(type);
        }

        @Test
        @DisplayName("gives every entry once, as the list has them, whatever the page")
        void isComplete(Account anna, TestDatabase database) throws JsonProcessingException {
            insert(database, anna.id(), anna.id(), "thing.made", MANY);
            var listed = new ArrayList<JsonNode>();
            for (int page = 1; page <= MANY / 100; page++) {
                anna.api()
                        .get(PATH + "?action=thing.made&pageSize=100&page=" + page)
                        .expect(200)
                        .get("entries")
                        .forEach(listed::add);
            }

            var export = export(anna, "?action=thing.made&page=7&pageSize=1").expect(200);

            assertThat(export.header("Content-Disposition")).contains("attachment", ".jsonl");
            assertThat(listed).hasSize(MANY);
            assertThat(lines(export)).isEqualTo(listed);
            var ids = listed.stream().map(entry -> entry.get("id").asText()).toList();
            assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo(Collections.reverseOrder());
        }

        @Test
        @DisplayName("gives nobody what is not theirs, and an empty body for nothing")
        void isPrivate(Account anna, Account ben) throws JsonProcessingException {
            anna.issue();

            assertThat(lines(export(ben, ""))).hasSize(1);
            assertThat(export(ben, "?action=key.issued").expect(200).body()).isEmpty();
        }

        @Test
        @DisplayName("answers HEAD without reading anything")
        void answersHead(Account anna) {
            var head = anna.api().with("Accept", JSON_LINES).send("HEAD", PATH).expect(200);

            assertThat(head.header("Content-Type")).isEqualTo(JSON_LINES);
        }

        @Test
        @DisplayName("that fails half-way ends with a line that is no JSON")
        void tellsThatItFailed(Account anna, TestDatabase database) {
            insert(database, anna.id(), anna.id(), "thing.made", MANY);
            database.change(
                    "update audit_entry set changes = 'no JSON' where id = ?", id(anna.id(), 100));

            var export = export(anna, "");

            assertThat(export.body().lines().toList())
                    .hasSizeLessThan(MANY)
                    .last()
                    .asString()
                    .startsWith("INCOMPLETE");
        }

        @Test
        @DisplayName("that fails at once is answered with a problem")
        void answersWithProblem(Account anna, TestDatabase database) {
            insert(database, anna.id(), anna.id(), "thing.made", 3);
            database.change(
                    "update audit_entry set changes = 'no JSON' where id = ?", id(anna.id(), 1));

            export(anna, "").expectProblem(500, "INTERNAL_ERROR");
        }

        private static Answer export(Account reader, String query) {
            return reader.api().with("Accept", JSON_LINES).get(PATH + query);
        }

        private static List<JsonNode> lines(Answer export) throws JsonProcessingException {
            var json = ObjectMapperProducer.create();
            var lines = new ArrayList<JsonNode>();
            for (var line : export.body().lines().toList()) {
                lines.add(json.readTree(line));
            }
            return lines;
        }
    }

    /** Entries past the chain, a few of the same millisecond. */
    private static void insert(
            TestDatabase database, String actor, String owner, String action, int count) {
        var numbers =
                TestDatabase.isPostgres()
                        ? "generate_series(1, %d) as numbers(x)"
                        : "system_range(1, %d)";
        database.change(
                ("insert into audit_entry (id, at, actor_id, action, target, owner_id, changes)"
                                + " select concat('aud_', ?, lpad(cast(x as varchar), 8, '0')),"
                                + " timestamp with time zone '2026-01-01 00:00:00+00'"
                                + " + (x / 7) * interval '1' second, ?, ?, 'thing_1', ?, '{}' from "
                                + numbers)
                        .formatted(count),
                stem(actor),
                actor,
                action,
                owner);
    }

    private static String id(String actor, int number) {
        return "aud_%s%08d".formatted(stem(actor), number);
    }

    private static String stem(String actor) {
        return actor.substring(4, 28);
    }

    private static int total(Answer list) {
        return list.expect(200).get("total").asInt();
    }
}

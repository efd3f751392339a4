package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;
import static org.keywarden.testing.Eventually.eventually;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Importing keys")
class ImportingKeysIT {

    private static final String PATH = "/admin/keys/import";
    private static final int LIMIT = 64 * 1024 * 1024;

    @Nested
    @DisplayName("as they are")
    class Raw {

        @Test
        @DisplayName("lets them verify, and shows them to their owner")
        void verifies(Account anna, Accounts accounts) {
            var raw = "sk_live_" + random();

            var answer =
                    importKeys(
                            accounts.createAdministrator(),
                            row(anna, raw, "label", " old ", "scopes", List.of("read")));

            assertThat(answer.get("dryRun").asBoolean()).isFalse();
            assertThat(answer.get("imported").asInt()).isEqualTo(1);
            assertThat(answer.get("failed").asInt()).isZero();
            var key = anna.api().get("/developer/keys/" + answer.text("results.0.id")).expect(200);
            assertThat(key.text("key.label")).isEqualTo("old");
            assertThat(key.text("key.keyPrefix")).isEqualTo(raw.substring(0, 12) + "...");
            assertThat(key.text("key.project.name")).isEqualTo("Default");
            assertThat(key.texts("key.scopes")).containsExactly("read");
            assertThat(key.get("key.legacyFullAccess").asBoolean()).isFalse();
            assertThat(key.text("key.status")).isEqualTo("ACTIVE");
            assertThat(anna.verify(raw)).isEqualTo("VALID");
            assertThat(anna.verify(raw + "x")).isEqualTo("NOT_FOUND");
        }

        @Test
        @DisplayName("lets them call the API in either header")
        void opensTheApi(Account anna, Accounts accounts, Api api) {
            var raw = "old+key/" + random();
            importKeys(
                    accounts.createAdministrator(),
                    row(anna, raw, "scopes", List.of("read")),
                    row(anna, "only in this header: ".replace(' ', '!') + raw, "scopes", READ));

            assertThat(api.as(raw).get("/auth/me").expect(200).text("user.id"))
                    .isEqualTo(anna.id());
            assertThat(api.with("X-API-Key", raw).get("/developer/projects").status())
                    .isEqualTo(200);
            api.with("X-API-Key", "only!in!this!header:!" + raw).get("/auth/me").expect(200);
            api.as(raw).post("/developer/projects", fields("name", "P")).expect(403);
            api.as(raw + "0").get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
        }

        @Test
        @DisplayName("keeps prefix, expiry and project as given")
        void keepsSettings(Account anna, Accounts accounts) {
            var project = anna.createProject("Old");
            var answer =
                    importKeys(
                            accounts.createAdministrator(),
                            row(
                                    anna,
                                    random(),
                                    "keyPrefix",
                                    "as it was…".replace("…", "~"),
                                    "expiresAt",
                                    "2020-02-29T12:00:00.123Z",
                                    "projectName",
                                    " Old "),
                            row(anna, random(), "projectName", "New"),
                            row(anna, random(), "projectName", "New"));

            var first = anna.api().get("/developer/keys/" + answer.text("results.0.id"));
            assertThat(first.text("key.keyPrefix")).isEqualTo("as it was~");
            assertThat(first.text("key.expiresAt")).isEqualTo("2020-02-29T12:00:00.123Z");
            assertThat(first.text("key.status")).isEqualTo("EXPIRED");
            assertThat(first.text("key.project.id")).isEqualTo(project);
            assertThat(anna.api().get("/developer/projects").texts("projects", "name"))
                    .containsExactly("New", "Old");
        }

        @Test
        @DisplayName("is seen by verification in whatever state they come")
        void seesExpiry(Account anna, Accounts accounts) {
            var raw = random();

            importKeys(
                    accounts.createAdministrator(),
                    row(anna, raw, "expiresAt", "2020-01-01T00:00:00Z"));

            assertThat(anna.verify(raw)).isEqualTo("EXPIRED");
        }

        @Test
        @DisplayName("takes native keys of another Keywarden")
        void takesNativeKeys(Account anna, Accounts accounts) {
            var raw = "kw_0123456789abcdef_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf1sSRpe";
            SeenSecrets.remember(raw);

            var answer = importKeys(accounts.createAdministrator(), row(anna, raw));

            assertThat(anna.verify(raw)).isEqualTo("VALID");
            assertThat(
                            anna.api()
                                    .get("/developer/keys/" + answer.text("results.0.id"))
                                    .text("key.keyPrefix"))
                    .isEqualTo("kw_0123456789abcdef...");
        }

        @Test
        @DisplayName("is written down for each, without the key")
        void isAudited(Account anna, Accounts accounts, TestDatabase database) {
            var raw = random();
            var admin = accounts.createAdministrator();

            var id =
                    importKeys(admin, row(anna, raw, "legacyFullAccess", true))
                            .text("results.0.id");

            var entries =
                    database.rows(
                            "select action, actor_id, owner_id, changes from audit_entry"
                                    + " where target = ?",
                            id);
            assertThat(entries).hasSize(1);
            assertThat(entries.get(0)).startsWith("key.imported", admin.id(), anna.id());
            assertThat(entries.get(0).get(3)).contains("legacyFullAccess").doesNotContain(raw);
        }
    }

    @Nested
    @DisplayName("as digests")
    class Digests {

        @ParameterizedTest
        @ValueSource(strings = {"sha256-hex", "sha256-base64url", "naap-scrypt"})
        @DisplayName("lets the keys verify, and keeps a digest of ours from the first use on")
        void areRenewed(String algorithm, Account anna, Accounts accounts, TestDatabase database) {
            var raw = naapKey();
            var value = digest(algorithm, raw);
            SeenSecrets.remember(value);

            var id =
                    importKeys(accounts.createAdministrator(), digestRow(anna, algorithm, value))
                            .text("results.0.id");
            var before = storedDigest(database, id);

            assertThat(anna.verify(raw)).isEqualTo("VALID");
            var after = eventually(() -> storedDigest(database, id), now -> !now.equals(before));
            assertThat(anna.verify(raw)).isEqualTo("VALID");
            assertThat(anna.verify(naapKey())).isEqualTo("NOT_FOUND");
            assertThat(storedDigest(database, id)).isEqualTo(after);
            assertThat(anna.api().get("/developer/keys/" + id).text("key.keyPrefix"))
                    .isEqualTo("...");
        }

        @ParameterizedTest
        @ValueSource(strings = {"sha256-hex", "sha256-base64url", "naap-scrypt"})
        @DisplayName("opens nothing to whoever has the digest")
        void opensNothing(String algorithm, Account anna, Accounts accounts, Api api) {
            var value = digest(algorithm, naapKey());
            importKeys(accounts.createAdministrator(), digestRow(anna, algorithm, value));

            for (var text :
                    List.of(value, algorithm + ":" + value, "sha256:" + value, value + "=")) {
                assertThat(anna.verify(text)).isEqualTo("NOT_FOUND");
                api.with("X-API-Key", text).get("/auth/me").expect(401);
            }
        }

        @Test
        @DisplayName("lets the keys call the API")
        void opensTheApi(Account anna, Accounts accounts, Api api) {
            var raw = naapKey();
            var row = digestRow(anna, "naap-scrypt", digest("naap-scrypt", raw));
            row.put("legacyFullAccess", true);
            importKeys(accounts.createAdministrator(), row);

            var statuses = Parallel.times(8, () -> api.as(raw).get("/auth/me").status());

            assertThat(statuses).containsOnly(200);
        }

        @Test
        @DisplayName("lets the worst standing of one key count that came in several forms")
        void worstCounts(Account anna, Accounts accounts) {
            var admin = accounts.createAdministrator();
            var key = anna.issue();
            var value = digest("sha256-hex", key.raw());

            var id = importKeys(admin, digestRow(anna, "sha256-hex", value)).text("results.0.id");
            assertThat(anna.verify(key.raw())).isEqualTo("VALID");
            anna.api().post("/developer/keys/" + id + "/disable").expect(200);
            assertThat(anna.verify(key.raw())).isEqualTo("DISABLED");
            key.revoke();
            assertThat(anna.verify(key.raw())).isEqualTo("REVOKED");
        }
    }

    @Nested
    @DisplayName("that exist already")
    class Duplicates {

        @Test
        @DisplayName("refuses those and takes the others, so that it can be repeated")
        void canBeRepeated(Account anna, Accounts accounts) {
            var admin = accounts.createAdministrator();
            var first = row(anna, random());
            var second = digestRow(anna, "naap-scrypt", digest("naap-scrypt", naapKey()));
            importKeys(admin, first, second);

            var again = importKeys(admin, first, row(anna, random()), second);

            assertThat(codes(again))
                    .containsExactly("KEY_ALREADY_REGISTERED", "", "KEY_ALREADY_REGISTERED");
            assertThat(again.has("results.0.id")).isFalse();
        }

        @Test
        @DisplayName("knows a native key, and a digest of the key in any spelling")
        void knowsForms(Account anna, Account ben, Accounts accounts) {
            var admin = accounts.createAdministrator();
            var raw = naapKey();
            var naap = naapKey();
            importKeys(
                    admin,
                    digestRow(anna, "sha256-hex", digest("sha256-hex", raw)),
                    digestRow(anna, "naap-scrypt", digest("naap-scrypt", naap)));

            var again =
                    importKeys(
                            admin,
                            row(ben, raw),
                            digestRow(ben, "sha256-base64url", digest("sha256-base64url", raw)),
                            row(ben, naap),
                            row(ben, anna.issue().raw()));

            assertThat(codes(again)).hasSize(4).containsOnly("KEY_ALREADY_REGISTERED");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        @DisplayName("finds the same key twice within one import, in different forms even")
        void findsTwins(boolean dryRun, Account anna, Accounts accounts) {
            var raw = naapKey();
            var rows = new ArrayList<Map<String, Object>>();
            rows.add(row(anna, raw, "ownerId", "usr_nobody")); // fails, so it is no first one
            rows.add(row(anna, raw));
            IntStream.range(0, 600).forEach(i -> rows.add(row(anna, random())));
            rows.add(row(anna, " " + raw + "\n"));
            rows.add(digestRow(anna, "sha256-hex", digest("sha256-hex", raw)));
            rows.add(digestRow(anna, "sha256-base64url", digest("sha256-base64url", raw)));
            rows.add(digestRow(anna, "naap-scrypt", digest("naap-scrypt", raw)));

            var answer = post(accounts.createAdministrator(), dryRun, rows).expect(200);

            assertThat(answer.get("imported").asInt()).isEqualTo(601);
            assertThat(codes(answer).subList(0, 2)).containsExactly("INVALID_OWNER_ID", "");
            assertThat(codes(answer).subList(602, 606)).containsOnly("KEY_ALREADY_REGISTERED");
        }

        @Test
        @DisplayName("keeps each key once, however many bring it at the same time")
        void isSafeInParallel(Account anna, Accounts accounts, TestDatabase database) {
            var admin = accounts.createAdministrator();
            var rows = IntStream.range(0, 700).mapToObj(i -> row(anna, random())).toList();

            var answers =
                    Parallel.times(
                            6,
                            () -> {
                                var mine = new ArrayList<>(rows);
                                Collections.shuffle(mine);
                                return post(admin, false, mine).expect(200);
                            });

            assertThat(answers.stream().mapToInt(a -> a.get("imported").asInt()).sum())
                    .isEqualTo(700);
            assertThat(answers)
                    .allSatisfy(
                            answer ->
                                    assertThat(codes(answer))
                                            .containsAnyOf("", "KEY_ALREADY_REGISTERED")
                                            .hasSize(700));
            assertThat(database.count("select count(*) from api_key where owner_id = ?", anna.id()))
                    .isEqualTo(700);
            assertThat(
                            database.count(
                                    "select count(*) from audit_entry where owner_id = ?"
                                            + " and action = 'key.imported'",
                                    anna.id()))
                    .isEqualTo(700);
        }
    }

    @Test
    @DisplayName("judges each row by itself")
    void judgesRows(Account anna, Accounts accounts) {
        var raw = random();
        var answer =
                importKeys(
                        accounts.createAdministrator(),
                        row(anna, random(), "label", "x".repeat(65)),
                        row(anna, random(), "label", 1),
                        row(anna, random(), "scopes", "read"),
                        row(anna, random(), "scopes", List.of("READ")),
                        row(anna, random(), "scopes", Collections.nCopies(1000, "read")),
                        row(anna, random(), "expiresAt", "tomorrow"),
                        row(anna, random(), "keyPrefix", "a\u0000b"),
                        row(anna, raw, "keyPrefix", raw),
                        row(anna, "short"),
                        row(anna, random(), "ownerId", "usr_" + "0".repeat(32)),
                        row(anna, random(), "ownerId", "' or 1=1 --\u0000"),
                        row(anna, random(), "projectName", "a\u0000b"),
                        digestRow(anna, "md5", "0".repeat(64)),
                        digestRow(anna, "sha256-hex", "0".repeat(63)),
                        row(anna, random(), "digest", Map.of("algorithm", "sha256-hex")),
                        fields("ownerId", anna.id()),
                        fields("rawApiKey", random()),
                        row(anna, raw));

        assertThat(answer.get("imported").asInt()).isEqualTo(1);
        assertThat(answer.get("failed").asInt()).isEqualTo(17);
        assertThat(codes(answer))
                .containsExactlyElementsOf(
                        Stream.of(
                                        Collections.nCopies(9, "VALIDATION_FAILED"),
                                        Collections.nCopies(2, "INVALID_OWNER_ID"),
                                        Collections.nCopies(6, "VALIDATION_FAILED"),
                                        List.of(""))
                                .flatMap(List::stream)
                                .toList());
        assertThat(answer.texts("results", "index"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 18).mapToObj(String::valueOf).toList());
        assertThat(answer.text("results.0.detail")).startsWith("label ");
        assertThat(answer.body()).doesNotContain(raw);
        assertThat(anna.verify(raw)).isEqualTo("VALID");
    }

    @Test
    @DisplayName("as a dry run tells the same and changes nothing")
    void changesNothingWhenDry(Account anna, Accounts accounts, TestDatabase database) {
        var admin = accounts.createAdministrator();
        var rows =
                List.of(
                        row(anna, random(), "projectName", "New"),
                        row(anna, random()),
                        row(anna, "short"),
                        digestRow(anna, "naap-scrypt", digest("naap-scrypt", naapKey())));
        var before = counts(database);

        var answer = post(admin, true, rows).expect(200);

        assertThat(answer.get("dryRun").asBoolean()).isTrue();
        assertThat(answer.get("imported").asInt()).isEqualTo(3);
        assertThat(codes(answer)).containsExactly("", "", "VALIDATION_FAILED", "");
        assertThat(answer.body()).doesNotContain("key_");
        assertThat(counts(database)).isEqualTo(before);
        assertThat(post(admin, false, rows).expect(200).get("imported").asInt()).isEqualTo(3);
    }

    @Test
    @DisplayName("reads its members in any order, and ignores unknown ones")
    void readsAnyOrder(Account anna, Accounts accounts, TestDatabase database) {
        var admin = accounts.createAdministrator();
        var before = counts(database);

        var answer =
                admin.api()
                        .post(
                                PATH,
                                """
                                {"x": {"keys": [1]}, "keys": [{"y": [[{}]], "rawApiKey": "%s",
                                    "ownerId": "%s"}], "dryRun": true}
                                """
                                        .formatted(random(), anna.id()))
                        .expect(200);

        assertThat(answer.get("imported").asInt()).isEqualTo(1);
        assertThat(counts(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "}",
                "]",
                "]}]",
                "]} {}",
                "]} x",
                ", nonsense]}",
                ", {\"label\": \"\\x\"}]}"
            })
    @DisplayName("imports nothing of a body whose end is malformed")
    void requiresWholeBody(String end, Account anna, Accounts accounts) {
        var raw = random();

        accounts.createAdministrator()
                .api()
                .post(PATH, "{\"keys\":[" + Api.json(row(anna, raw)) + end)
                .expectProblem(400, "MALFORMED_JSON");

        assertThat(anna.verify(raw)).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "1",
                "\"x\"",
                "{}",
                "{\"keys\":null}",
                "{\"keys\":[]}",
                "{\"keys\":{}}",
                "{\"keys\":\"x\"}",
                "{\"dryRun\":true}",
                "{\"keys\":[{}],\"dryRun\":\"true\"}",
                "{\"keys\":[{}],\"dryRun\":1}",
                "{\"keys\":[{}],\"keys\":[{}]}"
            })
    @DisplayName("is 400 without rows, or with a wrong type around them")
    void requiresRows(String body, Accounts accounts) {
        accounts.createAdministrator()
                .api()
                .post(PATH, body)
                .expectProblem(400, "VALIDATION_FAILED");
    }

    @Nested
    @DisplayName("by the thousand")
    class Many {

        @Test
        @DisplayName("takes ten thousand in one call")
        void takesMany(Account anna, Accounts accounts, TestDatabase database) {
            var rows =
                    IntStream.range(0, 10_000)
                            .mapToObj(i -> row(anna, random(), "label", "x".repeat(64)))
                            .toList();

            var answer = post(accounts.createAdministrator(), false, rows).expect(200);

            assertThat(answer.get("imported").asInt()).isEqualTo(10_000);
            assertThat(answer.get("results").size()).isEqualTo(10_000);
            assertThat(database.count("select count(*) from api_key where owner_id = ?", anna.id()))
                    .isEqualTo(10_000);
            assertThat(anna.verify((String) rows.get(9_999).get("rawApiKey"))).isEqualTo("VALID");
        }

        @Test
        @DisplayName("refuses more than a hundred thousand")
        void refusesTooMany(Accounts accounts) {
            var rows = String.join(",", Collections.nCopies(100_001, "{}"));

            accounts.createAdministrator()
                    .api()
                    .post(PATH, "{\"keys\":[" + rows + "]}")
                    .expectInvalid("keys");
        }
    }

    @Nested
    @DisplayName("with a large body")
    class Large {

        @Test
        @DisplayName("is possible here and nowhere else")
        void isPossible(Account anna, Accounts accounts) {
            var admin = accounts.createAdministrator();
            var large = row(anna, random(), "unknown", "x".repeat(2 * 1024 * 1024));

            assertThat(importKeys(admin, large).get("imported").asInt()).isEqualTo(1);
            admin.api()
                    .post("/admin/keys/backfill-scopes", large)
                    .expectProblem(413, "PAYLOAD_TOO_LARGE");
        }

        @Test
        @DisplayName("is 413 by its announced length, unread")
        void isRefusedByLength(Accounts accounts, RunningServer server) throws IOException {
            var admin = accounts.createAdministrator();
            try (var socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
                socket.setSoTimeout(10_000);
                var head =
                        """
                        POST /api/v1%s HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Content-Type: application/json\r
                        Content-Length: %d\r
                        \r
                        """;
                socket.getOutputStream()
                        .write(
                                head.formatted(PATH, admin.token(), LIMIT + 1)
                                        .getBytes(StandardCharsets.US_ASCII));

                var answer = new BufferedInputStream(socket.getInputStream());
                assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 413");
            }
        }

        @Test
        @DisplayName("is 413 as soon as it has grown past 64 MiB")
        void isRefusedWhenGrown(Account anna, Accounts accounts) {
            var answer =
                    accounts.createAdministrator()
                            .api()
                            .with("Content-Type", "application/json")
                            .send("POST", PATH, BodyPublishers.ofInputStream(() -> endless(anna)));

            answer.expectProblem(413, "PAYLOAD_TOO_LARGE");
            assertThat(anna.api().get("/developer/keys").get("total").asInt()).isZero();
        }

        /** One good row, and then white space until past the limit. */
        private static InputStream endless(Account anna) {
            var row = "{\"keys\":[" + Api.json(row(anna, random())) + ",";
            var spaces = new byte[1024 * 1024];
            Arrays.fill(spaces, (byte) ' ');
            var parts = new ArrayList<InputStream>();
            parts.add(new ByteArrayInputStream(row.getBytes(StandardCharsets.US_ASCII)));
            for (int i = 0; i < 64; i++) {
                parts.add(new ByteArrayInputStream(spaces));
            }
            return new SequenceInputStream(Collections.enumeration(parts));
        }
    }

    @Test
    @DisplayName("is for the sessions of administrators")
    void refusesOthers(Account anna, Accounts accounts, Api api) {
        var admin = accounts.createAdministrator();
        var key = admin.issue("scopes", List.of("read", "write", "update", "delete"));
        for (var path : List.of("import", "backfill-scopes", "revoke-leaked")) {
            api.post("/admin/keys/" + path, "{").expectProblem(401, "UNAUTHENTICATED");
            key.api().post("/admin/keys/" + path, "{").expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
            anna.api().post("/admin/keys/" + path, "{").expectProblem(403, "ROLE_REQUIRED");
            admin.api().get("/admin/keys/" + path).expectProblem(405, "METHOD_NOT_ALLOWED");
            admin.api().post("/admin/keys/" + path, "{").expectProblem(400, "MALFORMED_JSON");
        }
        assertThat(api.getOutside("/openapi").body()).doesNotContain("/admin/keys");
    }

    private static final List<String> READ = List.of("read");

    private static Answer importKeys(Account admin, Object... rows) {
        return post(admin, false, List.of(rows)).expect(200);
    }

    private static Answer post(Account admin, boolean dryRun, List<?> rows) {
        return admin.api().post(PATH, fields("dryRun", dryRun, "keys", rows));
    }

    private static Map<String, Object> row(Account owner, String raw, Object... fields) {
        var row = new LinkedHashMap<String, Object>();
        row.put("ownerId", owner.id());
        row.put("rawApiKey", raw);
        row.putAll(fields(fields));
        return row;
    }

    private static Map<String, Object> digestRow(Account owner, String algorithm, String value) {
        return fields(
                "ownerId", owner.id(), "digest", fields("algorithm", algorithm, "value", value));
    }

    /** What failed by its code, what did not as empty text. */
    private static List<String> codes(Answer answer) {
        return answer.texts("results", "errorCode");
    }

    private static String storedDigest(TestDatabase database, String id) {
        return database.rows("select key_digest from api_key where id = ?", id).get(0).get(0);
    }

    private static List<Long> counts(TestDatabase database) {
        return Stream.of("api_key", "project", "audit_entry", "imported_key_form")
                .map(table -> database.count("select count(*) from " + table))
                .toList();
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }

    private static String naapKey() {
        var hex = (random() + random()).replace("-", "");
        var key = "naap_" + hex.substring(0, 16) + "_" + hex.substring(16);
        SeenSecrets.remember(key);
        return key;
    }

    private static String digest(String algorithm, String key) {
        var bytes = key.getBytes(StandardCharsets.US_ASCII);
        try {
            return switch (algorithm) {
                case "sha256-hex" ->
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
                case "sha256-base64url" ->
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
                default ->
                        HexFormat.of()
                                .formatHex(
                                        SCrypt.generate(
                                                bytes,
                                                "naap-api-key-v1"
                                                        .getBytes(StandardCharsets.US_ASCII),
                                                16_384,
                                                8,
                                                1,
                                                32));
            };
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

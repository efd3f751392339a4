package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Revoking leaked keys")
class LeakedKeysIT {

    private static final String PATH = "/admin/keys/revoke-leaked";

    private Account admin;

    @BeforeEach
    void signIn(Accounts accounts) {
        admin = accounts.createAdministrator();
    }

    @Test
    @DisplayName("revokes keys of anybody at once, and says why in the audit trail")
    void revokes(Account anna, Account ben, TestDatabase database) {
        var first = anna.issue();
        var second = ben.issue();
        first.api().get("/auth/me").expect(200);

        expect(revoke(List.of(first.raw(), second.raw())), 2, 0);

        assertThat(anna.verify(first.raw())).isEqualTo("REVOKED");
        assertThat(ben.verify(second.raw())).isEqualTo("REVOKED");
        first.api().get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
        assertThat(first.status()).isEqualTo("REVOKED");
        var entry =
                database.rows(
                        "select actor_id, owner_id, changes from audit_entry where target = ?"
                                + " and action = 'key.revoked'",
                        first.id());
        assertThat(entry).hasSize(1);
        assertThat(entry.get(0)).startsWith(admin.id(), anna.id());
        assertThat(entry.get(0).get(2))
                .contains("\"reason\"", "leaked")
                .doesNotContain(first.raw());
    }

    @Test
    @DisplayName("again answers the same and keeps the first time")
    void canBeRepeated(Account anna, TestDatabase database) {
        var key = anna.issue();
        var before = anna.issue();
        before.revoke();
        var keys = List.of(key.raw(), before.raw(), "nobody-has-this");
        var first = revoke(keys);
        var state = List.of(key.read().body(), before.read().body());

        var again = revoke(keys);

        expect(first, 2, 1);
        expect(again, 2, 1);
        assertThat(List.of(key.read().body(), before.read().body())).isEqualTo(state);
        assertThat(
                        database.count(
                                "select count(*) from audit_entry where owner_id = ?"
                                        + " and action = 'key.revoked'",
                                anna.id()))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("counts each text once, however often and with whatever white space it was found")
    void countsOnce(Account anna) {
        var raw = anna.issue().raw();

        expect(revoke(List.of(raw, raw, " " + raw + "\n", "x", "x", "")), 1, 2);
    }

    @Test
    @DisplayName("finds imported keys in every form")
    void findsImported(Account anna) {
        var raw = "old_" + UUID.randomUUID();
        var hashed = "naap_0123456789abcdef_" + hex(48);
        var ours = anna.issue();
        SeenSecrets.remember(raw);
        SeenSecrets.remember(hashed);
        var ids =
                importKeys(
                        fields("ownerId", anna.id(), "rawApiKey", raw),
                        digest(anna, "naap-scrypt", scrypt(hashed)),
                        digest(anna, "sha256-hex", sha256(ours.raw())));

        expect(revoke(List.of(raw, hashed, ours.raw())), 3, 0);

        for (var key : List.of(raw, hashed, ours.raw())) {
            assertThat(anna.verify(key)).isEqualTo("REVOKED");
        }
        ids.add(ours.id());
        for (var id : ids) {
            assertThat(anna.api().get("/developer/keys/" + id).text("key.status"))
                    .isEqualTo("REVOKED");
        }
    }

    @Test
    @DisplayName("takes texts of any length and content for what they are: no keys")
    void takesAnyText() {
        var texts = new ArrayList<String>();
        texts.addAll(List.of("", " ", "\u0000", "\ud83d\udd11", "' or 1=1 --", "kw_", "%", "x"));
        texts.add("x".repeat(500_000));
        texts.add("kw_0123456789abcdef_" + "0".repeat(49));
        texts.add("naap_0123456789abcdef_" + hex(48));

        expect(revoke(texts), 0, texts.size() - 1); // blank once
    }

    @Test
    @DisplayName("takes a thousand")
    void takesMany(Account anna) {
        var key = anna.issue();
        var texts = new ArrayList<>(IntStream.range(0, 999).mapToObj(i -> "unknown-" + i).toList());
        texts.add(key.raw());

        expect(revoke(texts), 1, 999);
    }

    @Test
    @DisplayName("in parallel revokes once")
    void isSafeInParallel(Account anna, TestDatabase database) {
        var keys = new ArrayList<String>();
        IntStream.range(0, 10).forEach(i -> keys.add(anna.issue().raw()));

        var answers =
                Parallel.times(
                        8,
                        () -> {
                            var mine = new ArrayList<>(keys);
                            Collections.shuffle(mine);
                            return revoke(mine);
                        });

        assertThat(answers).allSatisfy(answer -> expect(answer, 10, 0));
        assertThat(
                        database.count(
                                "select count(*) from audit_entry where owner_id = ?"
                                        + " and action = 'key.revoked'",
                                anna.id()))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"keys\":null}",
                "{\"keys\":[]}",
                "{\"keys\":\"x\"}",
                "{\"keys\":{}}",
                "{\"keys\":[1]}",
                "{\"keys\":[null]}",
                "{\"keys\":[[\"x\"]]}",
                "{\"keys\":[{\"key\":\"x\"}]}",
                "[]",
                ""
            })
    @DisplayName("is 400 for anything but a list of texts")
    void requiresTexts(String body) {
        admin.api().post(PATH, body).expectProblem(400, "VALIDATION_FAILED");
    }

    @Test
    @DisplayName("is 400 for more than a thousand")
    void hasLimit() {
        admin.api()
                .post(PATH, fields("keys", Collections.nCopies(1001, "x")))
                .expectInvalid("keys");
    }

    private Answer revoke(List<String> keys) {
        return admin.api().post(PATH, fields("keys", keys)).expect(200);
    }

    private static void expect(Answer answer, int revoked, int unknown) {
        assertThat(answer.body())
                .isEqualTo("{\"revoked\":%d,\"unknown\":%d}".formatted(revoked, unknown));
    }

    private List<String> importKeys(Object... rows) {
        var answer = admin.api().post("/admin/keys/import", fields("keys", List.of(rows)));
        return new ArrayList<>(answer.expect(200).texts("results", "id"));
    }

    private static Object digest(Account owner, String algorithm, String value) {
        return fields(
                "ownerId", owner.id(), "digest", fields("algorithm", algorithm, "value", value));
    }

    private static String hex(int length) {
        return (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "").substring(0, length);
    }

    private static String scrypt(String key) {
        var salt = "naap-api-key-v1".getBytes(StandardCharsets.US_ASCII);
        var bytes = key.getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(SCrypt.generate(bytes, salt, 16_384, 8, 1, 32));
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(key.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

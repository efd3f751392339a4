package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.keywarden.testing.AccessMatrix;
import org.keywarden.testing.AccessMatrix.Entry;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.TestDatabase;

/**
 * Every route of the reviewed table with every kind of credential. What is expected follows from the
 * table and the contract alone. Bodies are malformed and ids unknown, so that what is let in changes
 * nothing, and that the rules come before the body.
 */
@KeywardenTest
@DisplayName("Every route")
class EveryRouteIT {

    private static final List<String> SCOPES = List.of("read", "write", "update", "delete");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "PROPFIND");
    private static final String UNKNOWN_ID = "key_00000000000000000000000000000000";
    private static final String PASSES = "passes";

    /** A kind of credential: who comes, and what each route says to that. */
    private record Credential(Api api, Function<Entry, String> expected) {}

    @TestFactory
    @DisplayName("answers each kind of credential as the table says")
    Stream<DynamicNode> everyCredential(Api api, Accounts accounts, TestDatabase database) {
        var lasting = lasting(api, accounts, database);
        return AccessMatrix.read().stream()
                .map(
                        entry -> {
                            var tests = new ArrayList<DynamicNode>();
                            lasting.forEach((name, it) -> tests.add(test(name, entry, it)));
                            tests.add(sessionTest("a developer's session", entry, accounts));
                            tests.add(sessionTest("an administrator's session", entry, accounts));
                            return dynamicContainer(entry.toString(), tests);
                        });
    }

    @TestFactory
    @DisplayName("for sessions only answers no method with success to a key")
    Stream<DynamicNode> everyMethodForSessions(Account anna) {
        var key = anna.issue("scopes", SCOPES).api();
        var entries = AccessMatrix.read();
        return entries.stream()
                .filter(entry -> !entry.takesKeys())
                .map(Entry::path)
                .distinct()
                .filter(
                        path ->
                                entries.stream()
                                        .noneMatch(e -> e.path().equals(path) && e.takesKeys()))
                .flatMap(
                        path ->
                                METHODS.stream()
                                        .map(method -> refused(method, path, entries, key)));
    }

    @TestFactory
    @DisplayName("refuses both kinds of header at once, a bad credential, and an unknown method")
    Stream<DynamicNode> everyOddRequest(Account anna, Api api) {
        var both = anna.api().with("X-API-Key", anna.issue("scopes", SCOPES).raw());
        return AccessMatrix.read().stream()
                .map(
                        entry ->
                                dynamicTest(
                                        entry.toString(),
                                        () -> {
                                            call(both, entry)
                                                    .expectProblem(400, "CREDENTIALS_CONFLICT");
                                            var path = entry.path(UNKNOWN_ID);
                                            api.send("PROPFIND", path).expect(401);
                                            anna.api().send("PROPFIND", path).expect(405);
                                        }));
    }

    @TestFactory
    @DisplayName("that can be read answers HEAD like GET, without a body")
    Stream<DynamicNode> everyHead(Account anna, Api api) {
        var callers =
                List.of(
                        api,
                        api.as("bad"),
                        anna.api(),
                        anna.issue("scopes", List.of("write")).api());
        return AccessMatrix.read().stream()
                .filter(entry -> entry.method().equals("GET"))
                .map(
                        entry ->
                                dynamicTest(
                                        entry.toString(),
                                        () -> {
                                            for (var caller : callers) {
                                                var head =
                                                        caller.send("HEAD", entry.path(UNKNOWN_ID));
                                                assertThat(head.status())
                                                        .isEqualTo(call(caller, entry).status());
                                                assertThat(head.body()).isEmpty();
                                            }
                                        }));
    }

    /** Credentials that no call uses up. */
    private static Map<String, Credential> lasting(
            Api api, Accounts accounts, TestDatabase database) {
        var anna = accounts.create();
        var all = new LinkedHashMap<String, Credential>();
        all.put("nothing", new Credential(api, e -> e.anonymous() ? PASSES : "401"));
        all.put("a bad bearer", always("401", api.as("bad")));
        all.put("a bad key", always("401", api.with("X-API-Key", "bad")));
        all.put("an empty bearer", always("401", api.with("Authorization", "")));
        for (int set = 0; set < 1 << SCOPES.size(); set++) {
            var scopes = subset(set);
            all.put("a key with " + scopes, key(stored(anna, database, scopes), scopes));
        }
        all.put("a key in its own header", key(inItsHeader(api, anna), SCOPES));
        all.put("an administrator's key", key(administrators(accounts), SCOPES));
        all.put("a legacy key", key(legacy(anna, database), SCOPES));
        all.put(
                "a key with unknown scopes",
                key(stored(anna, database, List.of("root", "*")), List.of()));
        all.putAll(ended(anna, accounts, database));
        return all;
    }

    private static Map<String, Credential> ended(
            Account anna, Accounts accounts, TestDatabase database) {
        var expired = anna.issue("scopes", SCOPES);
        database.change("update api_key set expires_at = created_at where id = ?", expired.id());
        var revoked = anna.issue("scopes", SCOPES);
        revoked.revoke();
        var disabled = anna.issue("scopes", SCOPES);
        disabled.disable();
        var signedOut = accounts.create();
        signedOut.api().post("/auth/logout").expect(204);
        var suspended = accounts.create();
        var suspendedKey = suspended.issue("scopes", SCOPES).api();
        accounts.suspend(suspended);
        return Map.of(
                "an expired key", always("401", expired.api()),
                "a revoked key", always("401", revoked.api()),
                "a disabled key", always("401", disabled.api()),
                "a session that has ended", always("401", signedOut.api()),
                "the key of a suspended account", always("403 ACCOUNT_SUSPENDED", suspendedKey));
    }

    private static Credential always(String outcome, Api api) {
        return new Credential(api, entry -> outcome);
    }

    private static Credential key(Api api, List<String> scopes) {
        return new Credential(
                api,
                entry -> {
                    if (!entry.takesKeys()) {
                        return "403 TOKEN_TYPE_NOT_ALLOWED";
                    }
                    return scopes.contains(entry.scope()) ? PASSES : "403 INSUFFICIENT_SCOPE";
                });
    }

    /** No wish can be for such scopes, but a database can hold them. */
    private static Api stored(Account anna, TestDatabase database, List<String> scopes) {
        var key = anna.issue("scopes", List.of("read"));
        database.change(
                "update api_key set scopes = ? where id = ?", String.join(" ", scopes), key.id());
        return key.api();
    }

    private static Api legacy(Account anna, TestDatabase database) {
        var key = anna.issue("scopes", List.of("read"));
        database.change(
                "update api_key set scopes = '', legacy_full_access = true where id = ?", key.id());
        return key.api();
    }

    private static Api inItsHeader(Api api, Account anna) {
        return api.with("X-API-Key", anna.issue("scopes", SCOPES).raw());
    }

    private static Api administrators(Accounts accounts) {
        return accounts.createAdministrator().issue("scopes", SCOPES).api();
    }

    private static List<String> subset(int bits) {
        return SCOPES.stream().filter(scope -> (bits >> SCOPES.indexOf(scope) & 1) == 1).toList();
    }

    private static DynamicNode test(String name, Entry entry, Credential credential) {
        return dynamicTest(
                name,
                () ->
                        assertThat(outcome(call(credential.api(), entry)))
                                .isEqualTo(credential.expected().apply(entry)));
    }

    /** Each in a session of its own, since some routes end it. */
    private static DynamicNode sessionTest(String name, Entry entry, Accounts accounts) {
        var isAdministrator = name.contains("administrator");
        return dynamicTest(
                name,
                () -> {
                    var account =
                            isAdministrator ? accounts.createAdministrator() : accounts.create();
                    assertThat(outcome(call(account.api(), entry)))
                            .isEqualTo(
                                    entry.administrator() && !isAdministrator
                                            ? "403 ROLE_REQUIRED"
                                            : PASSES);
                });
    }

    private static DynamicNode refused(String method, String path, List<Entry> entries, Api key) {
        var known =
                entries.stream()
                        .filter(entry -> entry.path().equals(path))
                        .map(Entry::method)
                        .anyMatch(m -> m.equals(method.equals("HEAD") ? "GET" : method));
        return dynamicTest(
                method + " " + path,
                () ->
                        assertThat(
                                        key.send(method, path.replaceAll("\\{[^}]+}", UNKNOWN_ID))
                                                .status())
                                .isEqualTo(known ? 403 : 405));
    }

    private static Answer call(Api api, Entry entry) {
        var path = entry.path(UNKNOWN_ID);
        return entry.method().startsWith("P")
                ? api.sendJson(entry.method(), path, "{")
                : api.send(entry.method(), path);
    }

    private static String outcome(Answer answer) {
        if (answer.status() == 401) {
            return "401";
        }
        if (answer.status() == 403) {
            return "403 " + answer.text("errorCode");
        }
        assertThat(answer.status())
                .describedAs(answer.body())
                .isIn(Arrays.asList(200, 201, 204, 400, 404, 409));
        return PASSES;
    }
}

package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("The pages of keys")
class KeyPagesIT {

    private static final String LIST = "/console/keys";
    private static final Pattern ROW =
            Pattern.compile("<th scope=\"row\">\\s*<a [^>]*id=(key_\\w+)");

    @Test
    @DisplayName("list each key once, on whichever page, the default project's first")
    void listEachOnce(Account anna) {
        var others = issue(anna, 23, "projectName", "Other");
        var expected = new ArrayList<>(issue(anna, 24));
        expected.addAll(others);

        var shown = IntStream.rangeClosed(1, 3).mapToObj(page -> ids(anna, "?page=" + page));

        assertThat(shown.flatMap(List::stream)).containsExactlyElementsOf(expected);
        assertThat(ids(anna, "?page=2")).hasSize(20);
        assertThat(ids(anna, "?page=99")).isEqualTo(expected.subList(40, 47));
    }

    @Test
    @DisplayName("reach key 10 001")
    void reachThemAll(Account anna, TestDatabase database) {
        var oldest = insert(anna, database, 10_001);

        assertThat(ids(anna, "?page=501")).containsExactly(oldest);
        assertThat(ids(anna, "?page=500")).hasSize(20);
        assertThat(ids(anna, "?q=number+77&page=6")).hasSize(11);
    }

    @Test
    @DisplayName("do nothing to a key of somebody else, whoever names it")
    void protectKeys(Account anna, Account ben) {
        var key = ben.issue("label", "Ben's");

        act(anna, "edit", key.id(), "editForm:label", "mine", "editForm:expiry", "NEVER");
        act(anna, "rotate", key.id(), "rotateForm:overlap", "0");
        act(anna, "disable", key.id());
        var answer = act(anna, "revoke", key.id(), "revokeForm:understood", "on");

        assertThat(answer.body()).contains("it is not yours").doesNotContain("Ben");
        assertThat(key.status()).isEqualTo("ACTIVE");
        assertThat(key.read().text("key.label")).isEqualTo("Ben's");
        assertThat(key.read().get("key.replacedBy").isNull()).isTrue();
        assertThat(ben.verify(key.raw())).isEqualTo("VALID");
    }

    @Test
    @DisplayName("tell nobody about a key of somebody else")
    void keepQuiet(Account anna, Account ben) {
        var key = ben.issue("label", "Ben's", "description", "secret plan");

        var answer =
                post(
                        browser(anna),
                        fields(
                                "ask", "ask",
                                "key", key.id(),
                                "jakarta.faces.source", command(anna, "kwEditKey")));

        assertThat(answer.expect(200).body())
                .contains("it is not yours")
                .doesNotContain("Ben", "secret plan");
    }

    @Test
    @DisplayName("are about the key that was sent, whatever a link has planted in the address")
    void ignorePlants(Account anna) {
        var meant = anna.issue("label", "meant");
        var planted = anna.issue("label", "planted");

        post(browser(anna), LIST + "?key=" + planted.id(), form("disable", meant.id())).expect(200);

        assertThat(meant.status()).isEqualTo("DISABLED");
        assertThat(planted.status()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("send their forms without what a link has planted in the address")
    void dropPlants(Account anna) {
        var page = browser(anna).getOutside(LIST + "?q=a&editForm%3Alabel=planted").expect(200);

        assertThat(page.body())
                .contains("action=\"/console/keys?q=a\"")
                .doesNotContainPattern("action=\"[^\"]*planted");
    }

    @Test
    @DisplayName("do what their forms may, with the same request for one's own key")
    void obeyOwner(Account anna) {
        var key = anna.issue("label", "mine");

        act(anna, "disable", key.id());
        assertThat(key.status()).isEqualTo("DISABLED");
        act(anna, "enable", key.id());
        assertThat(key.status()).isEqualTo("ACTIVE");
        act(anna, "edit", key.id(), "editForm:label", "renamed", "editForm:expiry", "KEEP");
        assertThat(key.read().text("key.label")).isEqualTo("renamed");
        act(anna, "revoke", key.id());
        assertThat(key.status()).as("not understood").isEqualTo("ACTIVE");
        act(anna, "revoke", key.id(), "revokeForm:understood", "on");
        assertThat(key.status()).isEqualTo("REVOKED");
    }

    @ParameterizedTest
    @DisplayName("take no overlap but those they offer")
    @ValueSource(strings = {"-1", "1", "99999999999", "x", ""})
    void offerOverlaps(String overlap, Account anna) {
        var key = anna.issue("label", "mine");

        act(anna, "rotate", key.id(), "rotateForm:overlap", overlap);

        assertThat(key.read().get("key.replacedBy").isNull()).isTrue();
        assertThat(key.status()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("are closed to API keys, and to forms of other sites")
    void areClosed(Account anna) {
        var key = anna.issue("scopes", List.of("read", "write", "update", "delete"));
        var form = form("revoke", key.id(), "revokeForm:understood", "on");

        for (var stranger : List.of(key.api(), browser(key.api(), key.raw()))) {
            var answer = stranger.getOutside(LIST).expect(303);
            assertThat(answer.header("Location")).contains("/sign-in");
            post(stranger, form).expectProblem(401, "UNAUTHENTICATED");
        }
        browser(anna)
                .with("Sec-Fetch-Site", "cross-site")
                .postForm(LIST, form)
                .expectProblem(403, "CSRF_INVALID");

        assertThat(key.status()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("know no key that is unknown, somebody else's or none, and say so alike")
    void knowNoOthers(Account anna, Account ben) {
        var foreign = ben.issue().id();
        var people = browser(anna).with("Accept", "text/html").with("X-Request-Id", "same");
        var unknown = people.getOutside("/console/key?id=key_" + "0".repeat(32)).expect(404);

        for (var query :
                List.of("?id=" + foreign, "?id=%00", "?id=x&id=y", "?id=", "", "?id=%27")) {
            var answer = people.getOutside("/console/key" + query).expect(404);
            assertThat(answer.body()).as(query).isEqualTo(unknown.body());
        }
        assertThat(unknown.body()).contains("There is nothing here");
    }

    private static List<String> issue(Account account, int count, Object... fields) {
        var ids = new ArrayList<String>();
        IntStream.range(0, count).forEach(i -> ids.add(0, account.issue(fields).id()));
        return ids;
    }

    private static List<String> ids(Account account, String query) {
        var page = browser(account).getOutside(LIST + query).expect(200).body();
        return ROW.matcher(page).results().map(row -> row.group(1)).toList();
    }

    /** Keys of the default project, made by the database; returns the id of the oldest. */
    private static String insert(Account account, TestDatabase database, int count) {
        var project = account.issue().answer().text("key.project.id");
        var range =
                TestDatabase.isPostgres()
                        ? "generate_series(1, %d) as s(x)"
                        : "system_range(1, %d)";
        var id =
                "'key_00" + account.id().substring(4, 26) + "' || lpad(cast(x as varchar), 8, '0')";
        database.change(
                """
                insert into api_key (id, version, owner_id, project_id, label, scopes,
                    legacy_full_access, key_prefix, key_digest, created_at)
                select %s, 1, '%s', '%s', 'number ' || x, 'read', false, 'kw_0...', %s, current_timestamp
                from %s
                """
                        .formatted(id, account.id(), project, id, range.formatted(count - 1)));
        return "key_00" + account.id().substring(4, 26) + "00000001";
    }

    private static Answer act(Account account, String dialog, String id, Object... more) {
        return post(browser(account), form(dialog, id, more)).expect(200);
    }

    private static Api browser(Account account) {
        return browser(account.api(), account.token());
    }

    private static Api browser(Api api, String cookie) {
        return api.without("Authorization").with("Cookie", "keywarden=" + cookie);
    }

    /** What the browser sends when somebody clicks on the button of a dialog. */
    private static Map<String, Object> form(String dialog, String id, Object... more) {
        var name = dialog + "Form";
        var form =
                fields(
                        name,
                        name,
                        "key",
                        id,
                        "jakarta.faces.source",
                        name + ":submit",
                        "jakarta.faces.partial.execute",
                        name,
                        name + ":submit",
                        name + ":submit");
        form.putAll(fields(more));
        return form;
    }

    private static Answer post(Api api, Map<String, Object> form) {
        return post(api, LIST, form);
    }

    private static Answer post(Api api, String path, Map<String, Object> form) {
        var sent =
                fields(
                        "jakarta.faces.ViewState", "stateless",
                        "jakarta.faces.partial.ajax", "true",
                        "jakarta.faces.partial.render", "list");
        sent.putAll(form);
        sent.computeIfAbsent(
                "jakarta.faces.partial.execute", key -> form.get("jakarta.faces.source"));
        sent.putIfAbsent(
                (String) form.get("jakarta.faces.source"), form.get("jakarta.faces.source"));
        return api.with("Faces-Request", "partial/ajax")
                .with("Sec-Fetch-Site", "same-origin")
                .postForm(path, sent);
    }

    /** The id by which the page names what a button asks for. */
    private static String command(Account account, String name) {
        var page = browser(account).getOutside(LIST).expect(200).body();
        var found = Pattern.compile(name + "\\s*=.*?s:\"([^\"]+)\"", Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}

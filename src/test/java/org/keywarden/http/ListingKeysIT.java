package org.keywarden.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Listing keys")
class ListingKeysIT {

    private static final String PATH = "/developer/keys";

    @Test
    @DisplayName("of a new user shows none, on no page")
    void showsNone(Account anna) {
        var list = anna.api().get(PATH).expect(200);

        assertThat(list.body())
                .isEqualTo("{\"keys\":[],\"page\":1,\"pageSize\":20,\"total\":0,\"totalPages\":0}");
    }

    @Test
    @DisplayName("shows the newest first, whole pages, each key once")
    void pages(Account anna) {
        var ids = issue(anna, 7);
        Collections.reverse(ids);

        var first = anna.api().get(PATH + "?pageSize=3").expect(200);
        var second = anna.api().get(PATH + "?pageSize=3&page=2").expect(200);
        var third = anna.api().get(PATH + "?pageSize=3&page=3").expect(200);

        var shown = new ArrayList<>(first.texts("keys", "id"));
        shown.addAll(second.texts("keys", "id"));
        shown.addAll(third.texts("keys", "id"));
        assertThat(shown).isEqualTo(ids);
        assertThat(third.get("total").asInt()).isEqualTo(7);
        assertThat(third.get("totalPages").asInt()).isEqualTo(3);
    }

    @Test
    @DisplayName("shows 20 on a page by default")
    void hasDefaultPage(Account anna) {
        issue(anna, 21);

        var list = anna.api().get(PATH).expect(200);

        assertThat(list.get("keys")).hasSize(20);
        assertThat(list.get("totalPages").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "21474837", "2147483647"})
    @DisplayName("shows an empty page after the last one")
    void endsQuietly(String page, Account anna) {
        anna.issue();

        var list = anna.api().get(PATH + "?pageSize=100&page=" + page).expect(200);

        assertThat(list.get("keys")).isEmpty();
        assertThat(list.get("total").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "page, 0",
        "page, -1",
        "page, x",
        "page, 1.5",
        "page, ''",
        "page, 99999999999999999999",
        "pageSize, 0",
        "pageSize, 101",
        "pageSize, -5",
        "pageSize, ten",
        "pageSize, 1e1",
        "status, active",
        "status, GONE",
        "status, ''",
    })
    @DisplayName("answers 400 for a parameter without a meaning")
    void refusesParameters(String parameter, String value, Account anna) {
        var answer = anna.api().get(PATH + "?" + parameter + "=" + value);

        answer.expectInvalid(parameter);
    }

    @Test
    @DisplayName("never shows a key of somebody else")
    void isPrivate(Account anna, Account ben) {
        anna.issue("label", "mine");

        assertThat(ben.api().get(PATH).get("total").asInt()).isZero();
        assertThat(ben.api().get(PATH + "?q=mine").get("total").asInt()).isZero();
    }

    @Test
    @DisplayName("never shows a secret or a digest")
    void isHarmless(Account anna, TestDatabase database) {
        var key = anna.issue();

        var list = anna.api().get(PATH).expect(200);

        var digest = database.rows("select key_digest from api_key where id = ?", key.id());
        assertThat(list.body())
                .contains(key.id())
                .doesNotContain(key.raw().substring(20), digest.get(0).get(0));
    }

    @Test
    @DisplayName("filters by one status")
    void filtersByStatus(Account anna, TestDatabase database) {
        var keys = ofAllStatuses(anna, database);

        keys.forEach(
                (status, id) -> {
                    var list = anna.api().get(PATH + "?status=" + status).expect(200);
                    assertThat(list.texts("keys", "id")).as(status).containsExactly(id);
                    assertThat(list.texts("keys", "status")).containsExactly(status);
                });
    }

    @Test
    @DisplayName("filters by several statuses at once")
    void filtersByStatuses(Account anna, TestDatabase database) {
        ofAllStatuses(anna, database);

        var list = anna.api().get(PATH + "?status=REVOKED&status=EXPIRED").expect(200);

        assertThat(list.texts("keys", "status")).containsExactlyInAnyOrder("REVOKED", "EXPIRED");
    }

    @Test
    @DisplayName("filters by project")
    void filtersByProject(Account anna) {
        var wanted = anna.issue("projectName", "A");
        anna.issue("projectName", "B");

        var project = wanted.answer().text("key.project.id");
        var list = anna.api().get(PATH + "?projectId=" + project).expect(200);

        assertThat(list.texts("keys", "id")).containsExactly(wanted.id());
    }

    @Test
    @DisplayName("by an unknown provider, or somebody else's project, shows none")
    void filtersToNothing(Account anna, Account ben) {
        anna.issue();
        var foreign = ben.createProject("Ben's");

        assertThat(total(anna.api().get(PATH + "?billingProviderId=bpr_none"))).isZero();
        assertThat(total(anna.api().get(PATH + "?projectId=" + foreign))).isZero();
    }

    @Test
    @DisplayName("finds part of a label in any case")
    void findsLabel(Account anna) {
        var wanted = anna.issue("label", "Nightly Build");
        anna.issue("label", "other");

        var list = anna.api().get(PATH + "?q=tly%20BUI").expect(200);

        assertThat(list.texts("keys", "id")).containsExactly(wanted.id());
    }

    @Test
    @DisplayName("finds part of a prefix")
    void findsPrefix(Account anna) {
        var wanted = anna.issue();
        anna.issue();

        var list = anna.api().get(PATH + "?q=" + wanted.raw().substring(3, 15)).expect(200);

        assertThat(list.texts("keys", "id")).containsExactly(wanted.id());
    }

    @ParameterizedTest
    @CsvSource({"Größe, GRÖ", "Ünïcode, ÜNÏ", "Счёт, сЧЁ", "Λόγος, ΛΌΓ"})
    @DisplayName("finds part of a label in any case of any alphabet")
    void findsLetters(String label, String text, Account anna) {
        anna.issue("label", "other");
        var wanted = anna.issue("label", label);

        var list = anna.api().get(PATH + "?q=" + URLEncoder.encode(text, UTF_8)).expect(200);

        assertThat(list.texts("keys", "id")).containsExactly(wanted.id());
    }

    @Test
    @DisplayName("finds a label as it has become, and a key that has none by its prefix")
    void findsWhatIs(Account anna) {
        var key = anna.issue("label", "before");
        anna.api().patch(PATH + "/" + key.id(), Map.of("label", "after")).expect(200);
        var unlabelled = anna.issue();

        assertThat(total(anna.api().get(PATH + "?q=before"))).isZero();
        assertThat(total(anna.api().get(PATH + "?q=AFTER"))).isOne();
        var prefix = anna.api().get(PATH + "?q=" + unlabelled.raw().substring(0, 11)).expect(200);
        assertThat(prefix.texts("keys", "id")).contains(unlabelled.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 130})
    @DisplayName("finds a text that many keys have, page by page, each once")
    void findsMany(int count, Account anna, TestDatabase database) {
        var keys = new ArrayList<>(issue(anna, count));
        anna.issue("label", "other");
        database.change(
                "update api_key set label = 'Many of ' || id where owner_id = ? and label is null",
                anna.id());
        database.change("update api_key set revoked_at = created_at where id = ?", keys.remove(7));
        Collections.reverse(keys);

        var shown = new ArrayList<String>();
        for (int page = 1; page <= 3; page++) {
            var list =
                    anna.api()
                            .get(PATH + "?q=many+OF&status=ACTIVE&pageSize=50&page=" + page)
                            .expect(200);
            assertThat(list.get("total").asInt()).isEqualTo(count - 1);
            shown.addAll(list.texts("keys", "id"));
        }
        assertThat(shown).isEqualTo(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "!", "%5C", "'"})
    @DisplayName("takes the wildcards of SQL for plain text")
    void knowsNoWildcards(String q, Account anna) {
        anna.issue("label", "plain");
        var wanted = anna.issue("label", "a%b_c!d\\e'f");

        var list = anna.api().get(PATH + "?q=plain" + q).expect(200);
        var special = anna.api().get(PATH + "?q=" + q + "&pageSize=100").expect(200);

        assertThat(total(list)).isZero();
        assertThat(special.texts("keys", "id")).contains(wanted.id());
    }

    @Test
    @DisplayName("answers 401 without a credential")
    void refusesAnonymous(Api api) {
        api.get(PATH).expectProblem(401, "UNAUTHENTICATED");
    }

    @Test
    @DisplayName("answers 403 to an API key")
    void refusesKeys(Account anna) {
        anna.issue().api().get(PATH).expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
    }

    /** Four keys; returns their ids by their status. */
    private static Map<String, String> ofAllStatuses(Account anna, TestDatabase database) {
        var active = anna.issue();
        var disabled = anna.issue();
        disabled.disable();
        var revoked = anna.issue();
        revoked.disable();
        revoked.revoke();
        var expired = anna.issue("expiresInDays", 1);
        database.change("update api_key set expires_at = created_at where id = ?", expired.id());
        return Map.of(
                "ACTIVE", active.id(),
                "DISABLED", disabled.id(),
                "REVOKED", revoked.id(),
                "EXPIRED", expired.id());
    }

    private static List<String> issue(Account anna, int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(anna.issue().id());
        }
        return ids;
    }

    private static int total(Answer list) {
        return list.expect(200).get("total").asInt();
    }
}

package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.aKey;
import static org.keywarden.testing.Account.fields;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.FakeProvider;
import org.keywarden.testing.HandOff;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The list of keys by who issued them")
class KeyFiltersIT {

    private static final Pattern NAME = Pattern.compile("<a class=\"is-long\"[^>]*>([^<]*)</a>");

    private final FakeProvider provider = new FakeProvider();
    private Account administrator;

    @BeforeAll
    void prepare(Accounts accounts) {
        administrator = accounts.createAdministrator();
    }

    @AfterAll
    void close() {
        provider.close();
    }

    @Test
    @DisplayName("shows our own when asked for them, with the other filters, and says so")
    void showsOwn(Account anna) {
        var slug = provider.register(administrator);
        issue(anna, slug, "theirs");
        anna.issue("label", "ours");
        anna.issue("label", "ours in CI", "projectName", "CI");
        anna.issue("label", "ours revoked").revoke();

        assertThat(names(anna, "?provider=NATIVE")).containsExactly("ours", "ours in CI");
        assertThat(names(anna, "?provider=NATIVE&q=CI")).containsExactly("ours in CI");
        assertThat(names(anna, "?provider=NATIVE&status=REVOKED")).containsExactly("ours revoked");
        assertThat(names(anna, "?provider=" + slug)).containsExactly("theirs");
        assertThat(page(anna, "?provider=NATIVE"))
                .contains("<option value=\"NATIVE\" selected=\"selected\">Keywarden</option>")
                .contains("href=\"?provider=NATIVE&amp;revoked=true\"");
        assertThat(page(anna, "")).contains("<option value=\"NATIVE\">Keywarden</option>");
    }

    @Test
    @DisplayName("offers a provider that is closed by now to those who have keys of it")
    void offersClosed(Account anna, Account ben) {
        var slug = provider.register(administrator, "displayName", "Closed by now");
        issue(anna, slug, "theirs");
        anna.issue("label", "ours");
        ben.issue("label", "ben's");
        disable(slug);

        var option = "<option value=\"" + slug + "\">Closed by now</option>";
        assertThat(page(anna, "")).contains(option);
        assertThat(page(anna, "?q=nothing+is+called+so")).contains(option);
        assertThat(page(ben, "")).doesNotContain(slug);
        assertThat(names(anna, "?provider=" + slug)).containsExactly("theirs");
    }

    @Test
    @DisplayName("is another thing in the API, whose word for it is no provider’s id")
    void leavesApi(Account anna) {
        anna.issue("label", "ours");

        var keys = anna.api().get("/developer/keys?billingProviderId=NATIVE").expect(200);

        assertThat(keys.get("total").asInt()).isZero();
    }

    private void issue(Account account, String slug, String label) {
        var handOff = HandOff.complete(account, slug, FakeProvider.token("good"));
        account.api()
                .post(
                        "/developer/keys",
                        aKey(
                                "label", label,
                                "billingProviderId", id(slug),
                                "loginSessionId", handOff.id()))
                .expect(201);
    }

    private void disable(String slug) {
        administrator
                .api()
                .patch("/admin/billing-providers/" + id(slug), fields("enabled", false))
                .expect(200);
    }

    private String id(String slug) {
        var all = administrator.api().get("/admin/billing-providers").expect(200);
        var place = all.texts("providers", "slug").indexOf(slug);
        return all.texts("providers", "id").get(place);
    }

    private static List<String> names(Account account, String query) {
        return NAME.matcher(page(account, query)).results().map(row -> row.group(1)).toList();
    }

    private static String page(Account account, String query) {
        return account.api()
                .without("Authorization")
                .with("Accept-Language", "en")
                .with("Cookie", "keywarden=" + account.token())
                .getOutside("/console/keys" + query)
                .expect(200)
                .body();
    }
}

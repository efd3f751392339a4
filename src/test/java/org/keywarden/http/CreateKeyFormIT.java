package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.FakeProvider;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The form for a new key")
class CreateKeyFormIT {

    private static final String PATH = "/console/keys";

    private final FakeProvider provider = new FakeProvider();
    private String slug;
    private String closed;

    @BeforeAll
    void register(Accounts accounts) {
        var administrator = accounts.createAdministrator();
        slug = provider.register(administrator, "displayName", "Open");
        closed = provider.register(administrator, "displayName", "Closed", "enabled", false);
    }

    @AfterAll
    void close() {
        provider.close();
    }

    @Test
    @DisplayName("begins with the provider that a link names")
    void beginsWithProvider(Account anna) {
        var page = page(anna, "?create=" + slug);

        assertThat(page).containsPattern("id=\"createKey-by-" + slug + "\"[^>]*checked=");
        assertThat(page).doesNotContainPattern("id=\"createKey-native\"[^>]*checked=");
        assertThat(page).containsPattern("id=\"createKeyForm:submit\"[^>]*>[^/]*Continue to Open");
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("begins with a native key whatever else a link says, and shows nothing of it")
    @ValueSource(
            strings = {
                "",
                " ",
                "nobody",
                "NATIVE",
                "CLOSED",
                "\"><script>alert(1)</script>",
                "' or 1=1 --",
                "#{1+1}${1+1}",
                "\0",
                "\ud83d\udd11",
                "LONG"
            })
    void beginsNative(String named, Account anna) {
        var value = named.replace("CLOSED", closed).replace("LONG", "x".repeat(4000));

        var page = page(anna, "?create=" + URLEncoder.encode(value, StandardCharsets.UTF_8));

        assertThat(page).containsPattern("id=\"createKey-native\"[^>]*checked=");
        assertThat(page).doesNotContainPattern("id=\"createKey-by-[^>]*checked=");
        assertThat(page).doesNotContain("<script>alert", "' or 1=1");
    }

    @Test
    @DisplayName("counts as it is sent, whatever the address of the page says")
    void countsAsSent(Account anna) {
        var shown = anna.createProject("Shop");
        var chosen = anna.createProject("CI");
        var address =
                "?create=%1$s&createKeyForm%%3Asource=%1$s&project=%2$s&createKeyForm%%3Aexpiry=1"
                        .formatted(slug, shown);

        submit(anna, address, chosen).expect(200);

        var keys = anna.api().get("/developer/keys").expect(200);
        assertThat(keys.get("total").asInt()).isEqualTo(1);
        assertThat(keys.text("keys.0.project.id")).isEqualTo(chosen);
        assertThat(keys.get("keys.0.billingProvider").isNull()).isTrue();
        assertThat(keys.get("keys.0.expiresAt").isNull()).isTrue();
    }

    @Test
    @DisplayName("is no filter of the list that it changes")
    void filtersNothing(Account anna) {
        anna.issue("label", "in another project");

        var answer = submit(anna, "", anna.createProject("CI")).expect(200);

        assertThat(answer.body()).contains("in another project");
    }

    @Test
    @DisplayName("begins with the project that the list shows")
    void beginsWithProject(Account anna) {
        anna.createProject("First");
        var shown = anna.createProject("Shop");

        var form = page(anna, "?project=" + shown).replaceFirst("(?s).*createKey-project", "");

        assertThat(form).containsPattern("<option value=\"" + shown + "\" selected=");
    }

    private static String page(Account account, String query) {
        return browser(account).getOutside(PATH + query).expect(200).body();
    }

    /** For a native key with one scope, that never expires. */
    private static Answer submit(Account account, String query, String project) {
        Map<String, Object> form =
                fields(
                        "createKeyForm", "createKeyForm",
                        "createKeyForm:submit", "createKeyForm:submit",
                        "createKeyForm:read", "on",
                        "createKeyForm:project", project,
                        "createKeyForm:source", "",
                        "createKeyForm:expiry", "NEVER",
                        "jakarta.faces.source", "createKeyForm:submit",
                        "jakarta.faces.partial.execute", "createKeyForm",
                        "jakarta.faces.partial.render", "list",
                        "jakarta.faces.partial.ajax", "true",
                        "jakarta.faces.ViewState", "stateless");
        return browser(account)
                .with("Faces-Request", "partial/ajax")
                .with("Sec-Fetch-Site", "same-origin")
                .postForm(PATH + query, form);
    }

    private static Api browser(Account account) {
        return account.api()
                .without("Authorization")
                .with("Accept-Language", "en")
                .with("Cookie", "keywarden=" + account.token());
    }
}

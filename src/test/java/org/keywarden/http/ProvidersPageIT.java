package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("The page of the providers, sent a form made by hand,")
class ProvidersPageIT {

    private static final String PAGE = "/console/providers";
    private static final String PROVIDERS = "/admin/billing-providers";

    private Account admin;
    private String id = "";

    @BeforeEach
    void make(Accounts accounts) {
        admin = accounts.createAdministrator();
        var provider =
                fields(
                        "slug", "by-hand",
                        "displayName", "By hand",
                        "exchange", "token",
                        "authUrl", "https://acme.example/in",
                        "apiBase", "https://acme.example/api",
                        "sortOrder", 7000);
        id = admin.api().post(PROVIDERS, provider).expect(201).text("provider.id");
    }

    @AfterEach
    void remove() {
        admin.api().delete(PROVIDERS + "/" + id);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("refuses a developer what administrators do")
    @ValueSource(strings = {"row:disable", "row:up", "row:down", "row:edit", "deleteForm:submit"})
    void refusesDevelopers(String button, Account anna, TestDatabase database) {
        var before = state(database);

        byScript(anna).postForm(PAGE, form(button)).expectProblem(403, "ROLE_REQUIRED");
        browser(anna).with("Accept", "text/html").postForm(PAGE, plain(button)).expect(403);

        assertThat(state(database)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("refuses a developer a provider, whole or in part")
    @ValueSource(strings = {"createForm", "editForm"})
    void refusesForms(String name, Account anna, TestDatabase database) {
        var form = form(name + ":submit");
        form.put(name + ":slug", "by-anna");
        form.put(name + ":displayName", "Anna");
        form.put(name + ":authUrl", "https://evil.example/in");

        byScript(anna).postForm(PAGE, form).expectProblem(403, "ROLE_REQUIRED");

        var made = "select count(*) from billing_provider where slug = ?";
        assertThat(database.count(made, "by-anna")).isZero();
        assertThat(admin.api().get(PROVIDERS + "/" + id).text("provider.authUrl"))
                .isEqualTo("https://acme.example/in");
    }

    @Test
    @DisplayName("does it for an administrator")
    void obeysAdministrators() {
        byScript(admin).postForm(PAGE, form("row:disable")).expect(200);

        assertThat(admin.api().get(PROVIDERS + "/" + id).get("provider.enabled").asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("answers 404 for a provider that there is not")
    void knowsNoOther() {
        var form = form("row:edit");
        form.put("row:id", "prv_00000000000000000000000000000000");

        byScript(admin).postForm(PAGE, form).expectProblem(404, "NOT_FOUND");
    }

    private long state(TestDatabase database) {
        return database.count(
                "select count(*) from billing_provider where id = ? and enabled = true"
                        + " and sort_order = 7000",
                id);
    }

    private Map<String, Object> form(String button) {
        var form = plain(button);
        form.put("jakarta.faces.partial.ajax", "true");
        form.put("jakarta.faces.source", button);
        form.put("jakarta.faces.partial.execute", button.replaceFirst(":.*", ""));
        form.put("jakarta.faces.partial.render", "list");
        return form;
    }

    private Map<String, Object> plain(String button) {
        var name = button.replaceFirst(":.*", "");
        var form = new LinkedHashMap<String, Object>();
        form.put(name, name);
        form.put(name + ":id", id);
        form.put(name + ":name", "By hand");
        form.put(button, "x");
        form.put("jakarta.faces.ViewState", "stateless");
        return form;
    }

    private static Api byScript(Account account) {
        return browser(account).with("Faces-Request", "partial/ajax");
    }

    private static Api browser(Account account) {
        return account.api()
                .without("Authorization")
                .with("Cookie", "keywarden=" + account.token())
                .with("Origin", account.api().server().toString());
    }
}

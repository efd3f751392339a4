package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.keywarden.testing.Account.fields;

import com.microsoft.playwright.Locator.DblclickOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;

@BrowserTest
@DisplayName("The page of the providers")
class ProvidersIT {

    private static final String PROVIDERS = "/admin/billing-providers";
    private static final String SECRET = "a client secret of the tests";

    private final List<String> slugs = new ArrayList<>();
    private Account admin;

    @BeforeEach
    void signIn(Accounts accounts) {
        SeenSecrets.remember(SECRET);
        admin = accounts.createAdministrator();
    }

    @AfterEach
    void tidyUp(TestDatabase database) {
        slugs.forEach(slug -> database.change("delete from billing_provider where slug = ?", slug));
    }

    @Test
    @DisplayName("shows developers what they may use, and nothing else")
    void showsDevelopers(Account anna, Browsing browsing) {
        make("Open Acme " + ConsolePage.HOSTILE, "open-acme", "description", ConsolePage.HOSTILE);
        make("Closed Acme", "closed-acme", "enabled", false);

        var view = ProvidersView.on(browsing.signedIn(anna));

        assertThat(view.tile("Open Acme " + ConsolePage.HOSTILE)).isVisible();
        assertThat(view.tile("Open Acme").getByRole(AriaRole.LINK))
                .hasAttribute("href", "/console/keys?create=open-acme");
        assertThat(view.tile("Closed Acme")).hasCount(0);
        assertThat(view.page().getByRole(AriaRole.TABLE)).hasCount(0);
        assertThat(view.button("providers.create")).hasCount(0);
        assertThat(view.page().locator("dialog:not(#idle)")).hasCount(0);
    }

    @Test
    @DisplayName("takes a new provider once, however often it is clicked, and says what is wrong")
    void creates(Browsing browsing, TestDatabase database) {
        var name = "Acme " + ConsolePage.HOSTILE;
        slugs.add("acme-new");
        var view = ProvidersView.on(browsing.signedIn(admin));

        view.button("providers.create").click();
        view.fill("providers.displayName", name).fill("providers.slug", "No Slug!");
        view.field("providers.exchange").selectOption("authorization_code");
        view.fill("providers.apiBase", "ftp://acme").fill("providers.clientSecret", SECRET);
        view.submit("providers.create").click();

        var wrong = view.texts().get("problem.field.INVALID");
        assertThat(view.dialog().getByText(wrong)).hasCount(2);
        assertThat(view.field("providers.slug")).isFocused();
        assertThat(view.field("providers.slug")).hasValue("No Slug!");
        assertThat(view.field("providers.displayName")).hasValue(name);
        assertThat(view.field("providers.clientSecret")).hasValue("");
        assertThat(view.dialog().getByText(view.texts().get("providers.clientSecret.again")))
                .isVisible();

        view.fill("providers.slug", "acme-new").fill("providers.clientId", "us");
        view.fill("providers.authUrl", "https://acme.example/in");
        view.fill("providers.apiBase", "https://acme.example/api");
        view.fill("providers.clientSecret", SECRET);
        view.submit("providers.create").dblclick(new DblclickOptions().setDelay(40));

        assertThat(view.toast()).containsText(view.texts().get("providers.created", name));
        assertThat(view.dialog()).hasCount(0);
        assertThat(view.row(name)).containsText(view.texts().get("providers.clientSecret.kept"));
        assertThat(view.tile(name)).isVisible();
        var made = "select count(*) from billing_provider where slug = ? and client_id = 'us'";
        Assertions.assertThat(database.count(made, "acme-new")).isEqualTo(1);
        Assertions.assertThat(view.page().content()).doesNotContain(SECRET);
    }

    @Test
    @DisplayName("asks before a stored secret goes to a new address")
    void asks(Browsing browsing) {
        var id =
                make(
                        "Acme",
                        "acme-asks",
                        "exchange",
                        "authorization_code",
                        "clientId",
                        "us",
                        "clientSecret",
                        SECRET);
        var view = ProvidersView.on(browsing.signedIn(admin));
        var question = view.dialog().getByText(view.texts().get("providers.elsewhere"));

        view.choose("Acme", "providers.edit");
        assertThat(view.field("providers.slug")).hasValue("acme-asks");
        assertThat(view.field("providers.clientSecret")).hasValue("");
        assertThat(question).isHidden();
        view.fill("providers.apiBase", "https://elsewhere.example")
                .submit("providers.save")
                .click();

        assertThat(question).isVisible();
        Assertions.assertThat(read(id, "apiBase")).isEqualTo("https://acme.example/api");

        view.field("providers.elsewhere.confirm").check();
        view.submit("providers.save").click();

        assertThat(view.toast()).containsText(view.texts().get("providers.saved", "Acme"));
        assertThat(view.dialog()).hasCount(0);
        Assertions.assertThat(read(id, "apiBase")).isEqualTo("https://elsewhere.example");
        Assertions.assertThat(read(id, "hasClientSecret")).isEqualTo("true");
    }

    @Test
    @DisplayName("removes a secret, after which no address is asked about")
    void removesSecrets(Browsing browsing) {
        var id =
                make(
                        "Acme",
                        "acme-removes",
                        "exchange",
                        "authorization_code",
                        "clientId",
                        "us",
                        "clientSecret",
                        SECRET);
        var view = ProvidersView.on(browsing.signedIn(admin));

        view.choose("Acme", "providers.edit");
        view.field("providers.clientSecret.remove").check();
        view.fill("providers.tokenUrl", "https://elsewhere.example/token");
        view.submit("providers.save").click();

        assertThat(view.toast()).containsText(view.texts().get("providers.saved", "Acme"));
        Assertions.assertThat(read(id, "hasClientSecret")).isEqualTo("false");
        Assertions.assertThat(read(id, "tokenUrl")).isEqualTo("https://elsewhere.example/token");
    }

    @Test
    @DisplayName("moves a provider among others with the same place, by keyboard")
    void moves(Browsing browsing) {
        make("Acme A", "acme-a", "sortOrder", 5000);
        make("Acme B", "acme-b", "sortOrder", 5000);
        make("Acme C", "acme-c", "sortOrder", 5000);
        var view = ProvidersView.on(browsing.signedIn(admin));

        var up = view.button("providers.moveUp", "Acme C");
        up.focus();
        view.page().keyboard().press("Enter");

        assertThat(view.toast()).containsText(view.texts().get("providers.moved", "Acme C"));
        Assertions.assertThat(names(view)).containsExactly("Acme A", "Acme C", "Acme B");
        assertThat(up).isFocused();
        view.button("providers.moveDown", "Acme A").click();
        assertThat(view.toast()).containsText(view.texts().get("providers.moved", "Acme A"));
        Assertions.assertThat(names(view)).containsExactly("Acme C", "Acme A", "Acme B");
        assertThat(view.button("providers.moveDown", "Acme B"))
                .hasAttribute("aria-disabled", "true");
        view.page().reload();
        Assertions.assertThat(names(view)).containsExactly("Acme C", "Acme A", "Acme B");
    }

    private static List<String> names(ProvidersView view) {
        return view.names().stream().filter(name -> name.startsWith("Acme")).toList();
    }

    @Test
    @DisplayName("takes a provider out of use and back, and deletes it")
    void endsProviders(Browsing browsing, TestDatabase database) {
        make("Acme", "acme-ends");
        var view = ProvidersView.on(browsing.signedIn(admin));

        view.choose("Acme", "providers.disable");
        assertThat(view.toast()).containsText(view.texts().get("providers.disabled", "Acme"));
        assertThat(view.tile("Acme")).hasCount(0);
        view.choose("Acme", "providers.enable");
        assertThat(view.tile("Acme")).isVisible();
        view.choose("Acme", "providers.delete");
        view.submit("providers.delete").click();

        assertThat(view.toast()).containsText(view.texts().get("providers.deleted", "Acme"));
        assertThat(view.row("Acme")).hasCount(0);
        var left = "select count(*) from billing_provider where slug = ?";
        Assertions.assertThat(database.count(left, "acme-ends")).isZero();
    }

    @Test
    @DisplayName("does not delete what is in use, and says why")
    void keepsWhatIsUsed(Browsing browsing, TestDatabase database) {
        var id = make("Acme", "acme-used");
        database.change(
                """
                create table use_on_page (provider_id varchar(40) not null
                    references billing_provider (id))
                """);
        try {
            database.change("insert into use_on_page (provider_id) values (?)", id);
            var view = ProvidersView.on(browsing.signedIn(admin));

            view.choose("Acme", "providers.delete");
            view.submit("providers.delete").click();

            assertThat(view.toast()).containsText(view.texts().get("problem.PROVIDER_IN_USE"));
            assertThat(view.dialog()).isVisible();
            assertThat(view.dialog()).containsText("Acme");
        } finally {
            database.change("drop table use_on_page");
        }
    }

    @ParameterizedTest(name = "{0} px")
    @DisplayName("is open to everybody, its dialog too")
    @ValueSource(ints = {Browsing.WIDE, Browsing.NARROW})
    void isAccessible(int width, Browsing browsing) {
        make(
                "Acme " + "x".repeat(80),
                "acme-" + "y".repeat(35),
                "exchange",
                "authorization_code",
                "clientId",
                "us",
                "clientSecret",
                SECRET);
        var view = ProvidersView.on(browsing.wide(width).signedIn(admin));

        Layout.requireNoOverflow(view.page());
        Axe.checkBothSchemes(view.page());
        view.choose("Acme " + "x".repeat(80), "providers.edit");
        view.fill("providers.authUrl", "x").submit("providers.save").click();
        assertThat(view.dialog().getByText(view.texts().get("providers.elsewhere"))).isVisible();
        view.field("providers.elsewhere.confirm").check();
        view.submit("providers.save").click();
        assertThat(view.dialog().getByText(view.texts().get("problem.field.INVALID"))).isVisible();
        Axe.checkBothSchemes(view.page());
        Layout.requireNoOverflow(view.page());
    }

    private String read(String id, String field) {
        return admin.api().get(PROVIDERS + "/" + id).expect(200).text("provider." + field);
    }

    private String make(String name, String slug, Object... more) {
        var provider =
                fields(
                        "slug",
                        slug,
                        "displayName",
                        name,
                        "exchange",
                        "token",
                        "authUrl",
                        "https://acme.example/in",
                        "apiBase",
                        "https://acme.example/api",
                        "sortOrder",
                        4000);
        provider.putAll(fields(more));
        slugs.add(slug);
        return admin.api().post(PROVIDERS, provider).expect(201).text("provider.id");
    }
}

package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;

@BrowserTest
@DisplayName("Waiting for a key from a provider")
class HandOffTroubleIT {

    private static final String APPROVE = "Issue a key";
    private static final String BLOCKED =
            "Your browser has blocked the new tab. Open the provider’s page yourself.";
    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(15_000);

    @Test
    @DisplayName("offers a link at once if the browser blocks the tab")
    void blocked(Account anna, Browsing browsing) {
        CreateKeyDialog.expectSandbox(browsing);
        var page = browsing.signedIn(anna);
        page.addInitScript("window.open = () => null");
        var dialog = CreateKeyDialog.on(page);
        dialog.source("Sandbox").check();

        dialog.button("Continue to Sandbox").click();

        assertThat(dialog.progress()).hasText(BLOCKED);
        Axe.checkBothSchemes(page);
        var tab = page.context().waitForPage(() -> dialog.link().click());
        tab.waitForURL("**/sandbox/sign-in?**");
        assertThat(tab.evaluate("window.opener")).isNull();
        assertThat(dialog.progress()).containsText("Sign in at Sandbox", contains());
        CreateKeyDialog.answer(tab, APPROVE);
        assertThat(anna.verify(dialog.raw())).isEqualTo("VALID");
    }

    @Test
    @DisplayName("goes on in a tab that was opened again after the first was closed")
    void reopened(Account anna, Browsing browsing) {
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        dialog.continueToSandbox().close();
        assertThat(dialog.progress())
                .hasText(
                        "The provider’s tab seems to be closed. Open the page again, or cancel.",
                        PATIENTLY);

        var tab = dialog.page().context().waitForPage(() -> dialog.link().click());

        tab.waitForURL("**/sandbox/sign-in?**");
        CreateKeyDialog.answer(tab, APPROVE);
        assertThat(anna.verify(dialog.raw())).isEqualTo("VALID");
    }

    @Test
    @DisplayName("goes on when the server is back, and leaves it alone meanwhile")
    void recovers(Account anna, Browsing browsing) {
        browsing.expectStatus(503, CreateKeyDialog.PATH);
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        var asked = new CopyOnWriteArrayList<Instant>();
        dialog.page()
                .route(
                        "**" + CreateKeyDialog.PATH,
                        route -> {
                            if (asks(route.request(), "handOffForm:look")) {
                                asked.add(Instant.now());
                            }
                            failFirst(route, asked.size(), 2);
                        });
        var tab = dialog.continueToSandbox();

        assertThat(dialog.progress()).hasText("The connection is lost. Trying again.", PATIENTLY);
        CreateKeyDialog.answer(tab, APPROVE);

        assertThat(anna.verify(dialog.raw())).isEqualTo("VALID");
        assertThat(gaps(asked).get(0)).isGreaterThan(Duration.ofMillis(2_900));
        assertThat(gaps(asked).get(1)).isGreaterThan(Duration.ofMillis(5_900));
    }

    private static void failFirst(Route route, int asked, int failures) {
        if (asks(route.request(), "handOffForm:look") && asked <= failures) {
            route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("busy"));
        } else {
            route.resume();
        }
    }

    private static List<Duration> gaps(List<Instant> times) {
        return java.util.stream.IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .toList();
    }

    @Test
    @DisplayName("fetches the key later if that fails, once")
    void fetchesLater(Account anna, Browsing browsing) {
        browsing.expectStatus(503, CreateKeyDialog.PATH);
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        var failed = new AtomicInteger();
        dialog.page()
                .route(
                        "**" + CreateKeyDialog.PATH,
                        route -> {
                            if (asks(route.request(), "createKeyForm:register")
                                    && failed.getAndIncrement() == 0) {
                                route.fulfill(new Route.FulfillOptions().setStatus(503));
                            } else {
                                route.resume();
                            }
                        });

        CreateKeyDialog.answer(dialog.continueToSandbox(), APPROVE);

        assertThat(anna.verify(dialog.raw())).isEqualTo("VALID");
        assertThat(failed).hasValue(2);
    }

    @Test
    @DisplayName("asks no more often than it is told")
    void asksSlowly(Account anna, Browsing browsing) {
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        var asked = new CopyOnWriteArrayList<Request>();
        dialog.page()
                .onRequestFinished(
                        request -> {
                            if (asks(request, "handOffForm:look")) {
                                asked.add(request);
                            }
                        });

        CreateKeyDialog.answer(dialog.continueToSandbox(), "Issue a key, but five seconds late");

        dialog.raw();
        var gaps = gaps(asked.stream().map(HandOffTroubleIT::began).toList());
        assertThat(gaps).hasSizeGreaterThan(1);
        assertThat(gaps).allMatch(gap -> gap.toMillis() >= 1_490);
    }

    /** By the browser's clock. */
    private static Instant began(Request request) {
        return Instant.ofEpochMilli((long) request.timing().startTime);
    }

    @Test
    @DisplayName("leads to sign in once the session is over")
    void signedOut(Account anna, Browsing browsing) {
        browsing.expectStatus(401, CreateKeyDialog.PATH);
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        dialog.continueToSandbox();

        anna.api().delete("/auth/sessions").expect(204);

        assertThat(dialog.page())
                .hasURL(
                        Pattern.compile(".*/sign-in\\?to=.*keys.*"),
                        new HasURLOptions().setTimeout(15_000));
    }

    @Test
    @DisplayName("tells nobody else how far it is, and gives nobody else its key")
    void isPrivate(Account anna, Account eve, Browsing browsing) {
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        dialog.continueToSandbox();
        var id = dialog.link().getAttribute("href").replaceFirst(".*=", "");
        var hers = CreateKeyDialog.of(eve, browsing);

        assertThat(post(hers.page(), "handOffForm", "look", id).status()).isEqualTo(403);
        var answer = post(hers.page(), "createKeyForm", "register", id);
        assertThat(answer.text())
                .contains("cannot be fetched any more")
                .doesNotContain("data-kw-secret=\"\">");
        assertThat(eve.api().get("/developer/keys").expect(200).get("keys")).isEmpty();
    }

    /** As a form of the page does, for somebody who writes it by hand. */
    private static com.microsoft.playwright.APIResponse post(
            Page page, String form, String source, String loginSession) {
        var id = form + ":" + source;
        var body =
                FormData.create()
                        .set(form, form)
                        .set(id, id)
                        .set("jakarta.faces.partial.ajax", "true")
                        .set("jakarta.faces.source", id)
                        .set("jakarta.faces.partial.execute", source.equals("register") ? form : id)
                        .set("jakarta.faces.partial.render", "notices issuedSecret")
                        .set("jakarta.faces.ViewState", "stateless")
                        .set("handOff:provider", "sandbox")
                        .set("createKeyForm:source", "sandbox")
                        .set("createKeyForm:read", "on")
                        .set("handOff:session", loginSession);
        var options =
                RequestOptions.create()
                        .setForm(body)
                        .setHeader("Faces-Request", "partial/ajax")
                        .setHeader("Sec-Fetch-Site", "same-origin");
        return page.request().post(CreateKeyDialog.PATH, options);
    }

    private static boolean asks(Request request, String source) {
        var body = request.postData();
        return body != null && body.contains("jakarta.faces.source=" + source.replace(":", "%3A"));
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions
            contains() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(15_000);
    }
}

package org.keywarden.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import org.keywarden.testing.Account;

/**
 * Somebody's browser, in the way that this person likes it: {@code
 * browsing.in("de").dark().narrow().signedIn(anna)}. Every page has cookies of its own; {@code
 * page.context().newPage()} is another tab of the same person. Paths are relative to the server: {@code
 * page.navigate("/sign-in")}.
 */
public final class Browsing {

    /** The widths that every page is looked at with, and the least that it has to stand. */
    public static final int WIDE = 1280;

    public static final int NARROW = 390;
    public static final int NARROWEST = 360;

    private final Visits visits;
    private final View view;

    Browsing(Visits visits, View view) {
        this.visits = visits;
        this.view = view;
    }

    /** In another language than English, such as {@code de}. */
    public Browsing in(String language) {
        return new Browsing(visits, view.withLanguage(language));
    }

    /** By the dark colour scheme. */
    public Browsing dark() {
        return new Browsing(visits, view.withScheme(ColorScheme.DARK));
    }

    /** On a phone. */
    public Browsing narrow() {
        return wide(NARROW);
    }

    /** In a window of that many pixels; {@link #WIDE} if nothing is said. */
    public Browsing wide(int pixels) {
        return new Browsing(visits, view.withWidth(pixels));
    }

    /** With JavaScript switched off. */
    public Browsing withoutScript() {
        return new Browsing(visits, view.withoutScript());
    }

    /** An empty page of somebody who is not signed in. */
    public Page page() {
        return visits.open(view).newPage();
    }

    /** An empty page of somebody who is signed in, by a session that nothing else uses. */
    public Page signedIn(Account account) {
        var context = visits.open(view);
        signIn(context, account);
        return context.newPage();
    }

    /** Visits of their own, so that a test can see them judged. */
    Visits apart() {
        return visits.another();
    }

    /** The address of the server, without a path. */
    public URI server() {
        return visits.server();
    }

    /** This test will get an answer of 400 or above, at least once. */
    public void expectStatus(int status, String path) {
        visits.watch().expect(Expected.status(status, path));
    }

    /** This test will have something with this text on the console, or thrown by a script. */
    public void expectConsole(String part) {
        visits.watch().expect(Expected.console(part));
    }

    /** This test will send the browser to another origin, such as {@code http://127.0.0.1:8081}. */
    public void expectOrigin(String origin) {
        visits.watch().expect(Expected.origin(origin));
    }

    /** By the form, since that costs a tenth of filling it in. */
    private static void signIn(BrowserContext context, Account account) {
        var form =
                FormData.create()
                        .set("signIn", "signIn")
                        .set("signIn:email", account.email())
                        .set("signIn:password", account.password())
                        .set("signIn:submit", "x")
                        .set("jakarta.faces.ViewState", "stateless");
        var options = RequestOptions.create().setForm(form).setMaxRedirects(0);
        var answer = context.request().post("/sign-in", options);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        answer.dispose();
    }
}

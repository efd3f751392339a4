package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.keywarden.testing.Eventually.eventually;

import com.microsoft.playwright.options.FormData;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;

@BrowserTest
@DisplayName("The list of sessions")
class EndingSessionsIT {

    private static final Pattern FORM = Pattern.compile(".*/sign-in$");

    @Test
    @DisplayName("tells them apart, and ends one")
    void endsOne(Account anna, Browsing browsing) {
        var form = ProfileForms.on(browsing.signedIn(anna));
        assertThat(form.sessions()).hasCount(2);
        assertThat(form.thisSession()).containsText("Chrome on Linux");
        assertThat(form.thisSession().getByTitle("Mozilla")).isVisible();
        assertThat(form.in(form.thisSession(), "profile.sessions.end")).hasCount(0);
        assertThat(form.sessions().last()).containsText("Java-http-client");

        form.confirmed("profile.sessions.end");

        assertThat(form.told()).containsText(form.texts().get("profile.sessions.ended"));
        assertThat(form.sessions()).hasCount(1);
        assertThat(form.thisSession()).isVisible();
        eventually(() -> anna.api().get("/auth/me").status(), status -> status == 401);
    }

    @Test
    @DisplayName("ends all but the one at hand")
    void endsOthers(Account anna, Accounts accounts, Browsing browsing) {
        accounts.signIn(anna.email(), anna.password());
        var other = ProfileForms.on(browsing.signedIn(anna));
        var form = ProfileForms.on(browsing.signedIn(anna));
        assertThat(form.sessions()).hasCount(4);

        form.confirmed("profile.sessions.endOthers");

        assertThat(form.told()).containsText(form.texts().get("profile.sessions.endedOthers"));
        assertThat(form.sessions()).hasCount(1);
        eventually(() -> anna.api().get("/auth/me").status(), status -> status == 401);
        other.page().navigate(ProfileForms.PATH);
        assertThat(SignInForm.at(other.page()).email()).isVisible();
    }

    @Test
    @DisplayName("ends all of them, and leads to signing in")
    void endsAll(Account anna, Browsing browsing) {
        var form = ProfileForms.on(browsing.signedIn(anna));

        form.confirmed("profile.sessions.endAll");

        assertThat(form.page()).hasURL(FORM);
        assertThat(SignInForm.at(form.page()).email()).isVisible();
        Assertions.assertThat(form.page().context().cookies()).isEmpty();
        eventually(() -> anna.api().get("/auth/me").status(), status -> status == 401);
    }

    @Test
    @DisplayName("ends nobody else's session, whoever asks for it by its id")
    void sparesOthers(Account anna, Account ben, Browsing browsing) {
        var bens = ben.api().get("/auth/sessions").expect(200).texts("sessions", "id").get(0);
        var page = browsing.signedIn(anna);
        ProfileForms.on(page);

        ProfileIT.post(
                page,
                FormData.create()
                        .set("endSessionForm", "endSessionForm")
                        .set("endSessionForm:id", bens)
                        .set("endSessionForm:submit", "x"));

        Assertions.assertThat(ben.api().get("/auth/sessions").texts("sessions", "id"))
                .containsExactly(bens);
    }
}

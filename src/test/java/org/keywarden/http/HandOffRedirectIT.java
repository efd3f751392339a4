package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.HandOff.path;

import java.util.List;
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
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Sending a browser to the provider")
class HandOffRedirectIT {

    private final FakeProvider provider = new FakeProvider();
    private Account administrator;
    private String slug;

    @BeforeAll
    void register(Accounts accounts) {
        administrator = accounts.createAdministrator();
        slug = provider.register(administrator);
    }

    @AfterAll
    void close() {
        provider.close();
    }

    @Test
    @DisplayName("goes where the start said, for its browser or its user, as often as they ask")
    void redirects(Account anna) {
        var handOff = HandOff.start(anna, slug);

        for (var browser : List.of(handOff.browser(), anna.api(), handOff.browser())) {
            var answer = handOff.redirect(browser).expect(302);
            assertThat(answer.header("Location")).isEqualTo(handOff.authUrl());
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    @DisplayName("does not take anybody else there")
    void refusesOthers(Account anna, Account eve) {
        var handOff = HandOff.start(anna, slug);

        for (var browser :
                List.of(handOff.stranger(), eve.api(), HandOff.start(eve, slug).browser())) {
            handOff.redirect(browser).expectProblem(403, "LOGIN_SESSION_FORBIDDEN");
            var page = handOff.redirect(browser.with("Accept", "text/html,*/*;q=0.8")).expect(403);
            assertThat(page.header("Content-Type")).startsWith("text/html");
        }
    }

    @Test
    @DisplayName("ends once it is not pending any more")
    void refusesUsed(Account anna, TestDatabase database) {
        var complete = HandOff.complete(anna, slug, FakeProvider.token("good"));
        complete.redirect(anna.api()).expectProblem(400, "LOGIN_SESSION_NOT_USABLE");
        var denied = HandOff.start(anna, slug);
        denied.callback("error", "access_denied");
        denied.redirect(anna.api()).expectProblem(400, "LOGIN_SESSION_NOT_USABLE");
        var expired = HandOff.start(anna, slug);
        database.change(
                "update hand_off set expires_at = current_timestamp where user_id = ?", anna.id());

        expired.redirect(anna.api()).expectProblem(400, "LOGIN_SESSION_NOT_USABLE");

        var page = expired.redirect(anna.api().with("Accept", "text/html")).expect(400);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @Test
    @DisplayName("needs an id that is known, of that provider")
    void refusesUnknown(Account anna) {
        var handOff = HandOff.start(anna, slug);
        var other = provider.register(administrator);
        var path = path(slug, "redirect");

        anna.api().get(path).expectInvalid("login_session_id");
        var page = anna.api().with("Accept", "text/html").get(path).expect(400);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        anna.api()
                .get(path + "?login_session_id=a&login_session_id=b")
                .expectInvalid("login_session_id");
        for (var bad :
                List.of(
                        path + "?login_session_id=" + "0".repeat(64),
                        path + "?login_session_id=%3Cscript%3E",
                        path + "?login_session_id=" + "0".repeat(6000),
                        path(other, "redirect") + "?login_session_id=" + handOff.id(),
                        path("nobody", "redirect") + "?login_session_id=" + handOff.id())) {
            anna.api().get(bad).expectProblem(400, "LOGIN_SESSION_NOT_USABLE");
        }
        handOff.redirect(anna.api()).expect(302);
    }

    @Test
    @DisplayName("does not take an API key")
    void refusesKeys(Account anna) {
        var handOff = HandOff.start(anna, slug);

        handOff.redirect(anna.issue().api()).expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
        handOff.callback(anna.issue().api(), "token", "good-1")
                .expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
        handOff.redirect(anna.api().without("Authorization").as("bad")).expect(401);
    }
}

package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.HandOff.path;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Eventually;
import org.keywarden.testing.FakeProvider;
import org.keywarden.testing.HandOff;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Coming back from a provider")
class HandOffCallbackIT {

    private static final String CLOSES = "window.close()";

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
    @DisplayName("in the same browser completes it, and the page closes itself")
    void completes(Account anna) {
        var handOff = HandOff.start(anna, slug);
        var token = FakeProvider.token("good");

        var page = handOff.callback("token", token).expect(200);

        expectPage(page);
        assertThat(page.body()).contains(CLOSES).doesNotContain(token, handOff.state());
        assertThat(page.header("Content-Security-Policy"))
                .matches("(?s).*script-src 'nonce-[A-Za-z0-9+/=_-]{22,}'.*");
        assertThat(page.headersOf("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith(handOff.cookieName() + "=;")
                .contains("Max-Age=0");
        assertThat(provider.exchanges(token)).isEqualTo(1);
        var result = handOff.poll().expect(200);
        assertThat(result.text("status")).isEqualTo("complete");
        assertThat(result.text("access_token")).isEqualTo(FakeProvider.keyFor(token));
        assertThat(result.text("user_id")).isEqualTo("customer-7");
        assertThat(result.get("expires_in").asInt()).isBetween(1, 600);
        assertThat(result.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @DisplayName("signed in as who began it completes it in any browser")
    void completesForItsUser(Account anna) {
        var handOff = HandOff.start(anna, slug);

        handOff.callback(anna.api(), "token", FakeProvider.token("good")).expect(200);

        assertThat(handOff.poll().text("status")).isEqualTo("complete");
    }

    @Test
    @DisplayName("in another browser, or as somebody else, changes nothing")
    void refusesOthers(Account anna, Account eve) {
        var handOff = HandOff.start(anna, slug);
        var hers = HandOff.start(eve, slug);
        var token = FakeProvider.token("good");

        for (var browser :
                List.of(
                        handOff.stranger(),
                        eve.api(),
                        hers.browser(),
                        handOff.stranger()
                                .with("Cookie", handOff.cookieName() + "=" + hers.cookieValue()))) {
            var page = handOff.callback(browser, "token", token).expect(400);
            expectPage(page);
            assertThat(page.body()).doesNotContain(CLOSES);
            handOff.callback(browser, "error", "access_denied").expect(400);
        }

        assertThat(handOff.status()).isEqualTo("pending");
        assertThat(provider.exchanges(token)).isZero();
        handOff.callback("token", token).expect(200);
    }

    @Test
    @DisplayName("with the state of another provider changes nothing")
    void refusesOtherProvider(Account anna) {
        var handOff = HandOff.start(anna, slug);
        var other = provider.register(administrator);
        var token = FakeProvider.token("good");

        for (var elsewhere : List.of(other, "nobody", "%3Cscript%3E")) {
            var page =
                    handOff.browser()
                            .get(
                                    path(elsewhere, "callback")
                                            + "?state=%s&token=%s"
                                                    .formatted(handOff.state(), token))
                            .expect(400);
            expectPage(page);
        }

        assertThat(handOff.status()).isEqualTo("pending");
        assertThat(provider.exchanges(token)).isZero();
    }

    @Test
    @DisplayName("twenty times at once asks the provider once")
    void exchangesOnce(Account anna) {
        var handOff = HandOff.start(anna, slug);
        var token = FakeProvider.token("good");

        var statuses = Parallel.times(20, () -> handOff.callback("token", token).status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(provider.exchanges(token)).isEqualTo(1);
        assertThat(handOff.poll().text("access_token")).isEqualTo(FakeProvider.keyFor(token));
    }

    @Test
    @DisplayName("again tells that it is done, and spoils nothing")
    void refusesReplay(Account anna) {
        var token = FakeProvider.token("good");
        var handOff = HandOff.complete(anna, slug, token);

        handOff.callback("token", token).expect(400);
        handOff.callback("token", FakeProvider.token("good")).expect(400);
        handOff.callback("error", "access_denied").expect(400);

        assertThat(handOff.poll().text("access_token")).isEqualTo(FakeProvider.keyFor(token));
        handOff.callback("token", token).expect(400);
        assertThat(handOff.status()).isEqualTo("redeemed");
        assertThat(provider.exchanges(token)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("with a refusal ends it")
    @CsvSource({
        "access_denied,denied",
        "server_error,failed",
        "ACCESS_DENIED,failed",
        "<script>alert(1)</script>,failed"
    })
    void ends(String error, String status, Account anna) {
        var handOff = HandOff.start(anna, slug);

        var page = handOff.callback("error", error, "error_description", "<img src=x>").expect(400);

        expectPage(page);
        assertThat(page.body()).doesNotContain("<script", "<img", "alert(", CLOSES);
        assertThat(handOff.status()).isEqualTo(status);
        var token = FakeProvider.token("good");
        handOff.callback("token", token).expect(400);
        assertThat(provider.exchanges(token)).isZero();
        assertThat(handOff.status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "to a provider that gives no key fails it, and says nothing that the provider said")
    @ValueSource(strings = {"refused", "broken", "html"})
    void fails(String behaviour, Account anna) {
        var handOff = HandOff.start(anna, slug);
        var token = FakeProvider.token(behaviour);

        var page = handOff.callback("token", token).expect(400);

        expectPage(page);
        assertThat(page.body()).doesNotContain("no such token", "<script", "provider said", token);
        assertThat(handOff.status()).isEqualTo("failed");
    }

    @Test
    @DisplayName("to a provider that was disabled meanwhile fails it, and asks nobody")
    void refusesDisabled(Account anna) {
        var shortLived = provider.register(administrator);
        var handOff = HandOff.start(anna, shortLived);
        var id =
                administrator
                        .api()
                        .get("/admin/billing-providers")
                        .get("providers")
                        .findParents("slug")
                        .stream()
                        .filter(it -> it.get("slug").asText().equals(shortLived))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asText();
        administrator
                .api()
                .patch("/admin/billing-providers/" + id, Account.fields("enabled", false))
                .expect(200);
        var token = FakeProvider.token("good");

        handOff.callback("token", token).expect(400);

        assertThat(provider.exchanges(token)).isZero();
        assertThat(handOff.status()).isEqualTo("failed");
    }

    @Test
    @DisplayName("after ten minutes is too late, and asks nobody")
    void expires(Account anna, TestDatabase database) {
        var handOff = HandOff.start(anna, slug);
        var token = FakeProvider.token("good");
        expire(anna, database);

        expectPage(handOff.callback("token", token).expect(400));

        assertThat(handOff.status()).isEqualTo("expired");
        assertThat(provider.exchanges(token)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "with parameters missing, repeated, huge or hostile shows a page, and harms nothing")
    @MethodSource
    void refusesNonsense(String query, Account anna) {
        var handOff = HandOff.start(anna, slug);
        var asked = query.replace("STATE", handOff.state());

        var page = handOff.browser().get(path(slug, "callback") + asked);

        expectPage(page.expect(400));
        assertThat(page.headersOf("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("<script", "alert(", "javascript:");
        assertThat(handOff.status()).isEqualTo("pending");
    }

    static Stream<String> refusesNonsense() {
        return Stream.of(
                "",
                "?",
                "?state=STATE",
                "?token=good-1",
                "?state=&token=good-1",
                "?state=STATE&token=",
                "?state=STATE&code=good-1",
                "?state=STATE&state=STATE&token=good-1",
                "?state=STATE&token=good-1&token=good-2",
                "?state=STATE&token=" + "x".repeat(5000),
                "?state=" + "0".repeat(5000) + "&token=good-1",
                "?state=00000000000000000000000000000000&token=good-1",
                "?state=STATE&token=a%20b",
                "?state=STATE&token=%00",
                "?state=STATE&token=a%0d%0aX-Evil:%201",
                "?state=%3Cscript%3Ealert(1)%3C/script%3E&token=good-1",
                "?state=STATE&token=%3Cscript%3Ealert(1)%3C/script%3E%20",
                "?state=STATE'%20or%20'1'='1&token=good-1",
                "?state[]=STATE&token=good-1",
                "?state=STATE&error=",
                "?state=STATE&error=" + "e".repeat(300),
                "?state=STATE&token=good-1&iss=a&iss=b");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("with cookies that nobody should send shows a page")
    @ValueSource(
            strings = {"$Version=x", "$Version=x; a=b", "=", ";;;", "a", "keywarden-hand-off-=,"})
    void toleratesCookies(String cookie, Account anna) {
        var handOff = HandOff.start(anna, slug);
        var browser = handOff.stranger().with("Cookie", cookie);

        expectPage(handOff.callback(browser, "token", "good-1").expect(400));
        handOff.redirect(browser).expectProblem(403, "LOGIN_SESSION_FORBIDDEN");

        assertThat(handOff.status()).isEqualTo("pending");
    }

    @Test
    @DisplayName("after its user was suspended fetches no key")
    void refusesSuspended(Account anna, Accounts accounts, TestDatabase database) {
        var handOff = HandOff.start(anna, slug);
        var token = FakeProvider.token("good");
        accounts.suspend(anna);

        expectPage(handOff.callback("token", token).expect(400));

        assertThat(provider.exchanges(token)).isZero();
        assertThat(database.rows("select status from hand_off where user_id = ?", anna.id()))
                .containsExactly(List.of("FAILED"));
    }

    @Test
    @DisplayName("keeps the longest name that a provider has for its user")
    void keepsLongNames(Account anna) {
        var handOff = HandOff.start(anna, slug);

        handOff.callback("token", FakeProvider.token("emoji")).expect(200);

        assertThat(handOff.poll().text("user_id")).isEqualTo("🔑".repeat(255));
    }

    @Test
    @DisplayName("with HEAD only looks")
    void ignoresHead(Account anna) {
        var handOff = HandOff.start(anna, slug);
        var token = FakeProvider.token("good");
        var query = "?state=%s&token=%s".formatted(handOff.state(), token);

        handOff.browser().send("HEAD", path(slug, "callback") + query);

        assertThat(provider.exchanges(token)).isZero();
        assertThat(handOff.status()).isEqualTo("pending");
    }

    @Test
    @DisplayName("while the provider takes its time is shown as processing, and finishes")
    void showsProcessing(Account anna) {
        try (var slow = new FakeProvider()) {
            var slowSlug = slow.register(administrator);
            var handOff = HandOff.start(anna, slowSlug);
            var token = FakeProvider.token("held");
            var coming = CompletableFuture.supplyAsync(() -> handOff.callback("token", token));
            Eventually.eventually(() -> slow.exchanges(token), count -> count == 1);

            assertThat(handOff.status()).isEqualTo("processing");
            handOff.callback("token", token).expect(400);
            slow.release();

            coming.join().expect(200);
            assertThat(handOff.poll().text("access_token")).isEqualTo(FakeProvider.keyFor(token));
        }
    }

    @Test
    @DisplayName("speaks the browser's language")
    void speaksLanguages(Account anna) {
        var handOff = HandOff.start(anna, slug);
        var french = handOff.stranger().with("Accept-Language", "fr-CH, en;q=0.5");

        assertThat(handOff.callback(french, "token", "good-1").body()).contains("lang=\"fr\"");
        assertThat(handOff.callback(handOff.stranger(), "token", "good-1").body())
                .contains("lang=\"en\"");
    }

    private static void expire(Account anna, TestDatabase database) {
        assertThat(
                        database.change(
                                "update hand_off set expires_at = current_timestamp where user_id = ?",
                                anna.id()))
                .isPositive();
    }

    private static void expectPage(Answer page) {
        assertThat(page.header("Content-Type")).startsWith("text/html").contains("UTF-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headersOf("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("<h1", "lang=");
    }
}

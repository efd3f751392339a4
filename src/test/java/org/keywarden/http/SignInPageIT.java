package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.SeenSecrets;

@KeywardenTest
@DisplayName("The page to sign in")
class SignInPageIT {

    @Test
    @DisplayName("gives the browser a session in a cookie that no script and no other site can use")
    void begins(Account anna, Api api) {
        var answer = signIn(api, anna.email(), anna.password()).expect(303);

        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(answer.headersOf("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("keywarden=eyJ[^;]+; (.*; )?HttpOnly(;.*)?")
                .contains("Path=/", "SameSite=Lax")
                .doesNotContain("Domain", "Max-Age", "Expires");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).doesNotContain(cookie(answer));
        assertThat(browser(api, answer).get("/auth/me").expect(200).text("user.id"))
                .isEqualTo(anna.id());
    }

    @Test
    @DisplayName("never adopts a session that was there before")
    void fixesNothing(Account anna, Account ben, Api api) {
        for (var planted : new String[] {"planted", "", "eyJ.a.b"}) {
            var answer = signInWith(api, planted, anna).expect(303);
            assertThat(cookie(answer)).isNotEqualTo(planted).startsWith("eyJ");
            assertThat(answer.headersOf("Set-Cookie")).hasSize(1);
        }
    }

    @Test
    @DisplayName("ends the session that its cookie held, when somebody else signs in over it")
    void replacesItsCookie(Account anna, Account ben, Api api) {
        var answer = signInWith(api, ben.token(), anna).expect(303);

        assertThat(browser(api, answer).get("/auth/me").text("user.id")).isEqualTo(anna.id());
        ben.api().get("/auth/me").expect(401);
    }

    private static Answer signInWith(Api api, String planted, Account account) {
        var cookies = "keywarden=" + planted + "; JSESSIONID=planted";
        return signIn(api.with("Cookie", cookies), account.email(), account.password());
    }

    @Test
    @DisplayName("signs out on the server as well as in the browser")
    void ends(Account anna, Api api) {
        var browser = browser(api, signIn(api, anna.email(), anna.password()));
        assertThat(browser.getOutside("/sign-in").expect(200).body()).contains(anna.email());

        var answer =
                browser.postForm(
                        "/sign-in",
                        fields(
                                "signOut", "signOut",
                                "signOut:submit", "x",
                                "jakarta.faces.ViewState", "stateless"));

        answer.expect(303);
        assertThat(answer.header("Set-Cookie")).startsWith("keywarden=;").contains("Max-Age=0");
        browser.get("/auth/me").expect(401);
        assertThat(browser.getOutside("/sign-in").body()).doesNotContain(anna.email());
    }

    @Test
    @DisplayName(
            "says the same to whoever may not come in, and keeps what was typed, but no password")
    void tellsNothing(Account anna, Api api) {
        var wrong = signIn(api, anna.email(), "not the password").expect(401);
        var unknown = signIn(api, "nobody@keywarden.test", "not the password").expect(401);

        assertThat(withoutNonce(wrong).replace(anna.email(), "nobody@keywarden.test"))
                .isEqualTo(withoutNonce(unknown))
                .contains("E-mail or password is wrong")
                .doesNotContain("not the password");
        assertThat(wrong.headersOf("Set-Cookie")).isEmpty();
    }

    /** What no two pages have in common is in their scripts. */
    private static String withoutNonce(Answer page) {
        return page.body().replaceAll("(?s)<script.*?</script>", "");
    }

    @Test
    @DisplayName("is locked with the API, and tells a suspended account by its right password")
    void sharesTheLock(Account anna, Account ben, Api api, Accounts accounts) {
        IntStream.range(0, 5).forEach(i -> signIn(api, anna.email(), "wrong").expect(401));
        accounts.suspend(ben);

        signIn(api, anna.email(), anna.password()).expect(401);
        api.post("/auth/login", fields("email", anna.email(), "password", anna.password()))
                .expect(401);
        assertThat(signIn(api, ben.email(), ben.password()).expect(403).body())
                .contains("suspended");
    }

    @Test
    @DisplayName("shares the limit of an address with the API")
    void sharesTheLimit(Account anna, Api api) {
        var address = api.from("198.51.100.200");
        IntStream.range(0, 5).forEach(i -> address.post("/auth/login", "{}").expect(400));
        IntStream.range(0, 5)
                .forEach(i -> signIn(address, anna.email(), anna.password()).expect(303));

        assertThat(signIn(address, anna.email(), anna.password()).expect(429).body())
                .containsPattern("Wait \\d+ seconds");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("signs nobody in whom another site sends")
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.test",
        "Origin, null"
    })
    void refusesOtherSites(String header, String value, Account anna, Api api) {
        var answer = signIn(api.with(header, value), anna.email(), anna.password()).expect(403);

        assertThat(answer.headersOf("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("shows as text whatever was typed")
    @ValueSource(
            strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "#{1+1}"})
    void escapes(String typed, Api api) {
        var body = signIn(api, typed, "x").expect(401).body();

        assertThat(body).doesNotContain("<script>", "<img", "value=\"2\"");
    }

    @Test
    @DisplayName("survives nothing, much and nonsense")
    void survivesOddForms(Api api) {
        signIn(api, "", "").expect(401);
        signIn(api, "a\u0000b@c", "x\u0000").expect(401);
        signIn(api, "x".repeat(100_000), "y".repeat(100_000)).expect(401);
        api.postForm("/sign-in", fields("a", "b")).expect(200);
    }

    @Test
    @DisplayName("reads what was typed in any script, though browsers do not say how they write it")
    void readsAnyScript(Account anna, Api api) {
        var password = "Grüße aus Łódź, привет €";
        SeenSecrets.remember(password);
        var change = fields("currentPassword", anna.password(), "newPassword", password);
        anna.api().post("/auth/password", change).expect(204);

        signIn(api, anna.email(), password).expect(303);
        assertThat(signIn(api, "Łukasz", "x").expect(401).body()).contains("value=\"Łukasz\"");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("speaks nine languages, by the browser's wish")
    @CsvSource({
        "en, E-mail",
        "de, Anmelden",
        "es, Contraseña",
        "fr, Se connecter",
        "it, Accedi",
        "nl, Wachtwoord",
        "pl, Zaloguj się",
        "pt, Palavra-passe",
        "ru, Войти",
        "ja, E-mail"
    })
    void speaks(String language, String text, Api api) {
        var page = api.with("Accept-Language", language).getOutside("/sign-in").expect(200);

        assertThat(page.body()).contains(text).doesNotContain("???");
    }

    @Test
    @DisplayName("begins no session of the server's, and tells nothing about it")
    void isStateless(Api api) {
        var page = api.getOutside("/sign-in").expect(200);

        assertThat(page.headersOf("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("<!--", "jsessionid");
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]* nonce=\")")
                .contains("data-kw-once");
    }

    @Test
    @DisplayName("has browsers say where its form comes from, also over plain HTTP")
    void keepsItsOrigin(Account anna, Api api) {
        // by no-referrer a browser would send "Origin: null", which is refused as another site's
        assertThat(api.getOutside("/sign-in").header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(anna.api().get("/auth/me").header("Referrer-Policy")).isEqualTo("no-referrer");

        var host = api.server().getAuthority();
        signIn(api.with("Origin", "http://" + host), anna.email(), anna.password()).expect(303);
    }

    private static Answer signIn(Api api, String email, String password) {
        var answer =
                api.postForm(
                        "/sign-in",
                        fields(
                                "signIn", "signIn",
                                "signIn:email", email,
                                "signIn:password", password,
                                "signIn:submit", "x",
                                "jakarta.faces.ViewState", "stateless"));
        if (answer.status() == 303) {
            SeenSecrets.remember(cookie(answer));
        }
        return answer;
    }

    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").replaceFirst("^keywarden=([^;]*);.*", "$1");
    }

    private static Api browser(Api api, Answer signedIn) {
        return api.with("Cookie", "keywarden=" + cookie(signedIn));
    }
}

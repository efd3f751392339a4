package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.SeenSecrets;

@KeywardenTest
@DisplayName("The sandbox provider")
class SandboxProviderIT {

    private static final String SIGN_IN = "/sandbox/sign-in";
    private static final String EXCHANGE = "/sandbox/v1/api-key";
    private static final String CALLBACK =
            "http://localhost:8080/api/v1/auth/providers/sandbox/callback";
    private static final String STATE = "0123456789abcdef0123456789abcdef";

    @Test
    @DisplayName("shows a page to sign in, which may lead to the callback and nowhere else")
    void showsThePage(Api api) {
        var page = visit(api, CALLBACK + "?a=b", STATE).expect(200);

        assertThat(page.body())
                .contains("value=\"" + CALLBACK.replace("=", "&#x3D;") + "?a&#x3D;b\"")
                .contains("value=\"" + STATE + "\"", "open nothing at any third party")
                .doesNotContain("<script");
        assertThat(policy(page)).contains("form-action 'self' http://localhost:8080;");
        assertIsPage(page);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("speaks nine languages, by the browser's wish")
    @CsvSource({
        "en, Continue",
        "de, Sandbox-Anbieter",
        "es, Proveedor de pruebas",
        "fr, Fournisseur d’essai",
        "it, Fornitore di prova",
        "nl, Sandbox-aanbieder",
        "pl, Dostawca testowy",
        "pt-BR, Fornecedor de teste",
        "ru, Тестовый провайдер",
        "ja, Continue"
    })
    void speaks(String language, String text, Api api) {
        var speaking = api.with("Accept-Language", language);

        assertThat(visit(speaking, CALLBACK, STATE).expect(200).body()).contains(text);
        assertThat(speaking.getOutside(SIGN_IN).expect(400).body()).doesNotContain("{{", "???");
    }

    @Test
    @DisplayName("gives a key for a token, once")
    void approves(Api api) {
        var token = token(api, "approve");

        var answer = exchange(api, token).expect(200);

        assertThat(answer.text("api_key")).matches("sandbox_[0-9A-Za-z]{40}");
        assertThat(answer.text("user_id")).matches("sbu_[0-9a-f]{16}");
        assertThat(answer.text("id")).matches("sbk_[0-9A-Za-z]{20}");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        exchange(api, token).expect(401);
    }

    @Test
    @DisplayName("keeps the query of the address that it sends a browser back to")
    void keepsTheQuery(Api api) {
        var answer = submit(api, form("redirect_url", CALLBACK + "?a=b%20c")).expect(303);

        assertThat(answer.header("Location"))
                .matches("\\Q" + CALLBACK + "?a=b%20c&token=\\E[0-9A-Za-z]{43}&state=" + STATE);
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @DisplayName("takes its form also at the address of its page")
    void takesTheAddress(Api api) {
        var page = SIGN_IN + "?redirect_url=" + encoded(CALLBACK) + "&state=" + STATE;

        var answer = api.postForm(page, fields("account", "anna", "behaviour", "approve"));

        assertThat(answer.expect(303).header("Location")).startsWith(CALLBACK + "?token=");
    }

    @Test
    @DisplayName("comes back without a token when told to refuse")
    void refuses(Api api) {
        var answer = submit(api, form("behaviour", "refuse")).expect(303);

        assertThat(answer.header("Location"))
                .isEqualTo(CALLBACK + "?error=access_denied&state=" + STATE);
    }

    @Test
    @DisplayName("fails when told to, and the token is gone")
    void fails(Api api) {
        var token = token(api, "fail");

        exchange(api, token).expect(500);
        exchange(api, token).expect(401);
    }

    @Test
    @DisplayName("takes five seconds when told to")
    void isSlow(Api api) {
        var token = token(api, "slow");
        var before = Instant.now();

        var answer = exchange(api, token).expect(200);

        assertThat(Duration.between(before, Instant.now()))
                .isBetween(Duration.ofMillis(4_900), Duration.ofSeconds(15));
        assertThat(answer.text("api_key")).startsWith("sandbox_");
    }

    @Test
    @DisplayName("answers with a page in place of a key when told to")
    void isUnusable(Api api) {
        var answer = exchange(api, token(api, "unusable")).expect(200);

        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    @DisplayName("gives one key for a token that many bring at once")
    void givesOneKey(Api api) {
        var token = token(api, "approve");

        var answers = Parallel.times(10, () -> exchange(api, token).status());

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    @DisplayName("tells the holder of a key whether it is revoked, by itself or by its id")
    void revokes(Api api) {
        for (var named : List.of("api_key", "id")) {
            var issued = exchange(api, token(api, "approve")).expect(200);
            SeenSecrets.remember(issued.text("api_key"));
            var holder = api.as(issued.text("api_key"));
            assertThat(holder.getOutside(EXCHANGE).expect(200).text("revoked")).isEqualTo("false");

            var answer = api.postForm("/sandbox/revoke", Map.of("token", issued.text(named)));

            assertThat(answer.expect(200).body()).isEmpty();
            assertThat(holder.getOutside(EXCHANGE).expect(200).text("revoked")).isEqualTo("true");
        }
    }

    @Test
    @DisplayName("says the same to the revocation of what it does not know")
    void revokesTheUnknown(Api api) {
        api.postForm("/sandbox/revoke", Map.of("token", "sandbox_unknown")).expect(200);
        api.postForm("/sandbox/revoke", Map.of("token", "<script>")).expect(200);
        api.postForm("/sandbox/revoke", Map.of("other", "x")).expectProblem(400, "BAD_REQUEST");
        api.postForm("/sandbox/revoke", Map.of("token", "x".repeat(20_000)))
                .expectProblem(413, "PAYLOAD_TOO_LARGE");
        api.getOutside("/sandbox/revoke").expectProblem(405, "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @DisplayName("sends a browser to no stranger")
    @ValueSource(
            strings = {
                "",
                "https://evil.test/api/v1/auth/providers/sandbox/callback",
                "//evil.test/api/v1/auth/providers/sandbox/callback",
                "http://localhost@evil.test/api/v1/auth/providers/sandbox/callback",
                "http://evil.test\\@localhost/api/v1/auth/providers/sandbox/callback",
                "http://localhost.evil.test/api/v1/auth/providers/sandbox/callback",
                "http://localhost\r\nX: y/api/v1/auth/providers/sandbox/callback",
                "javascript:alert(1)//localhost/api/v1/auth/providers/sandbox/callback",
                "http://localhost:8080/",
                "http://localhost:8080/api/v1/auth/providers/../../sign-in",
                "http://localhost:8080/api/v1/auth/providers/sandbox/callback#x",
                "/api/v1/auth/providers/sandbox/callback"
            })
    void staysHome(String address, Api api) {
        assertIsBadVisit(visit(api, address, STATE));
        assertIsBadVisit(submit(api, form("redirect_url", address)));
    }

    @Test
    @DisplayName("sends a browser to itself, under the name that it was called by")
    void goesToItself(Api api) {
        var own = "http://" + api.server().getAuthority();

        visit(api, own + "/api/v1/auth/providers/sandbox/callback", STATE).expect(200);
    }

    @ParameterizedTest
    @DisplayName("takes no state but plain text")
    @ValueSource(strings = {"", " ", "a b", "a&b", "a\r\nb", "\u0000", "\"><script>", "ä"})
    void wantsState(String state, Api api) {
        assertIsBadVisit(visit(api, CALLBACK, state));
        assertIsBadVisit(visit(api, CALLBACK, "x".repeat(129)));
        assertIsBadVisit(submit(api, form("state", state)));
        visit(api, CALLBACK, "x".repeat(128)).expect(200);
    }

    @Test
    @DisplayName("says what to do when parameters are missing, repeated, huge or broken")
    void wantsParameters(Api api) {
        var good = "redirect_url=" + encoded(CALLBACK) + "&state=" + STATE;
        for (var query :
                List.of(
                        "",
                        "?",
                        "?state=" + STATE,
                        "?redirect_url=" + encoded(CALLBACK),
                        "?" + good + "&state=" + STATE,
                        "?" + good + "&redirect_url=" + encoded(CALLBACK),
                        "?" + good + "&state=",
                        "?redirect_url=%00%ff&state=" + STATE,
                        "?" + good + "x".repeat(5_000))) {
            assertIsBadVisit(api.getOutside(SIGN_IN + query));
        }
    }

    @Test
    @DisplayName("takes no form that is not its own")
    void wantsItsForm(Api api) {
        for (var behaviour : List.of("", "APPROVE", "deny", "<script>")) {
            assertIsBadVisit(submit(api, form("behaviour", behaviour)));
        }
        for (var account : List.of("", "  ", "a\u0000b", "x".repeat(255))) {
            assertIsBadVisit(submit(api, form("account", account)));
        }
        assertIsBadVisit(submit(api, Map.of()));
        assertIsBadVisit(api.postForm(SIGN_IN + "?state=" + STATE, form("behaviour", "approve")));
        assertIsBadVisit(postRaw(api, "redirect_url=%&state=%zz&account=%u0000"));
        assertIsBadVisit(postRaw(api, "&&==&%00&" + "a=b&".repeat(3_000)));
        submit(api, form("account", "x".repeat(50_000))).expect(413);
        assertThat(postChunked(api, "account=" + "x".repeat(3_000_000)).status())
                .isBetween(400, 413);
    }

    @Test
    @DisplayName("never shows what was typed or sent as anything but text")
    void escapes(Api api) {
        for (var hostile : List.of("<script>x</script>", "\"><img src=x>", "{{nonce}}", "#{1}")) {
            for (var name : List.of("redirect_url", "state", "account", "behaviour", "other")) {
                var asked = api.getOutside(SIGN_IN + "?" + query(form(name, hostile)));
                var sent = submit(api, form(name, hostile));
                for (var answer : List.of(asked, sent)) {
                    assertThat(answer.body()).doesNotContain("<script", "<img", "{{", hostile);
                    assertThat(answer.header("Location")).doesNotContain(hostile);
                }
            }
        }
    }

    @Test
    @DisplayName("takes a new token only, and a small body in JSON")
    void wantsToken(Api api) {
        for (var header : List.of("Bearer x", "Bearer", "Basic eA==", "Bearer a b", "x")) {
            var answer = post(api.with("Authorization", header), "{}");
            answer.expectProblem(401, "UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        }
        post(api, "{}").expect(401);
        api.getOutside(EXCHANGE).expect(401);
        var token = token(api, "approve");
        for (var body : List.of("[]", "\"x\"", "{", "null")) {
            post(api.as(token), body).expectProblem(400, "BAD_REQUEST");
        }
        post(api.as(token), "{\"name\":\"" + "x".repeat(20_000) + "\"}")
                .expectProblem(413, "PAYLOAD_TOO_LARGE");
        post(api.as(token), "").expect(200);
    }

    @Test
    @DisplayName("answers no other method")
    void takesItsMethods(Api api) {
        var query = "?redirect_url=" + encoded(CALLBACK) + "&state=" + STATE;
        for (var method : List.of("PUT", "PATCH", "DELETE", "PROPFIND")) {
            for (var path : List.of(SIGN_IN + query, EXCHANGE, "/sandbox/revoke")) {
                var answer = api.sendOutside(method, path, BodyPublishers.noBody());
                answer.expectProblem(405, "METHOD_NOT_ALLOWED");
                assertThat(answer.header("Allow")).contains("POST");
            }
        }
        var head = api.sendOutside("HEAD", SIGN_IN + query, BodyPublishers.noBody()).expect(200);
        assertThat(head.body()).isEmpty();
        api.getOutside("/sandbox").expectProblem(404, "NOT_FOUND");
        api.getOutside("/sandbox/other").expectProblem(404, "NOT_FOUND");
    }

    @Test
    @DisplayName("is nobody's credential: neither the page nor the API looks at ours")
    void ignoresCredentials(Account anna, Api api) {
        visit(api.as("nonsense"), CALLBACK, STATE).expect(200);
        visit(api.with("Cookie", "keywarden=" + anna.token()), CALLBACK, STATE).expect(200);
        exchange(api, anna.token()).expect(401);
        var token = token(api, "approve");
        api.as(token).get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
        exchange(api, token).expect(200);
    }

    private static void assertIsBadVisit(Answer answer) {
        assertThat(answer.expect(400).body()).contains("This does not lead anywhere");
        assertThat(answer.header("Location")).isEmpty();
        assertThat(policy(answer)).contains("form-action 'none'");
        assertIsPage(answer);
    }

    private static void assertIsPage(Answer page) {
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.headersOf("Content-Security-Policy")).hasSize(1);
        assertThat(policy(page))
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'")
                .endsWith("frame-ancestors 'none'")
                .doesNotContain("script-src", "unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headersOf("Set-Cookie")).isEmpty();
    }

    private static String policy(Answer page) {
        return page.header("Content-Security-Policy");
    }

    /** A token that is remembered as a secret. */
    private static String token(Api api, String behaviour) {
        var location = submit(api, form("behaviour", behaviour)).expect(303).header("Location");
        var token = location.replaceFirst(".*[?&]token=([^&]*).*", "$1");
        assertThat(URLDecoder.decode(location, StandardCharsets.UTF_8)).contains(STATE);
        SeenSecrets.remember(token);
        return token;
    }

    private static Answer exchange(Api api, String token) {
        var answer = post(api.as(token), "{\"name\":\"keywarden\"}");
        if (answer.has("api_key")) {
            SeenSecrets.remember(answer.text("api_key"));
        }
        return answer;
    }

    private static Answer post(Api api, String body) {
        return api.with("Content-Type", "application/json")
                .sendOutside("POST", EXCHANGE, BodyPublishers.ofString(body));
    }

    private static Answer postRaw(Api api, String body) {
        return api.with("Content-Type", "application/x-www-form-urlencoded")
                .sendOutside("POST", SIGN_IN, BodyPublishers.ofString(body));
    }

    /** Without a length that would tell how much there is. */
    private static Answer postChunked(Api api, String body) {
        var parts = List.of(body.getBytes(StandardCharsets.UTF_8));
        return api.with("Content-Type", "application/x-www-form-urlencoded")
                .sendOutside("POST", SIGN_IN, BodyPublishers.ofByteArrays(parts));
    }

    private static Answer visit(Api api, String redirectUrl, String state) {
        return api.getOutside(
                SIGN_IN + "?redirect_url=" + encoded(redirectUrl) + "&state=" + encoded(state));
    }

    private static Answer submit(Api api, Map<String, Object> form) {
        return api.postForm(SIGN_IN, form);
    }

    /** A good form, but for one field. */
    private static Map<String, Object> form(String name, String value) {
        var form =
                fields(
                        "redirect_url",
                        CALLBACK,
                        "state",
                        STATE,
                        "account",
                        "Anna <anna@keywarden.test>",
                        "behaviour",
                        "approve");
        form.put(name, value);
        return form;
    }

    private static String query(Map<String, Object> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue().toString()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.HandOff.path;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.FakeProvider;
import org.keywarden.testing.HandOff;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The result of a hand-off")
class HandOffResultIT {

    private static final String PROVIDERS = "/admin/billing-providers";
    private static final String COLUMNS =
            "select sealed_key, sealed_verifier, sealed_auth_url from hand_off where user_id = ?";

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
    @DisplayName("is given out once, of fifty who ask at once to one")
    void isGivenOnce(Account anna) {
        var token = FakeProvider.token("good");
        var handOff = HandOff.complete(anna, slug, token);

        var bodies = Parallel.times(50, () -> handOff.poll().expect(200).body());

        assertThat(bodies).filteredOn(body -> body.contains(FakeProvider.keyFor(token))).hasSize(1);
        assertThat(bodies)
                .filteredOn(body -> !body.contains("access_token"))
                .hasSize(49)
                .allMatch(body -> body.equals("{\"status\":\"redeemed\"}"));
    }

    @Test
    @DisplayName("leaves nothing behind that could bring the key back")
    void wipes(Account anna, TestDatabase database) {
        var handOff = HandOff.complete(anna, slug, FakeProvider.token("good"));
        assertThat(database.rows(COLUMNS, anna.id()).get(0).get(0)).startsWith("v1.");

        handOff.poll().expect(200);

        assertThat(database.rows(COLUMNS, anna.id()).get(0)).containsOnly("null");
    }

    @Test
    @DisplayName("is for its user and its provider only")
    void isPrivate(Account anna, Account eve) {
        var token = FakeProvider.token("good");
        var handOff = HandOff.complete(anna, slug, token);
        var other = provider.register(administrator);

        handOff.poll(eve.api()).expectProblem(403, "LOGIN_SESSION_FORBIDDEN");
        handOff.poll(administrator.api()).expectProblem(403, "LOGIN_SESSION_FORBIDDEN");
        anna.api()
                .get(path(other, "result") + "?login_session_id=" + handOff.id())
                .expectProblem(403, "LOGIN_SESSION_FORBIDDEN");
        anna.api()
                .get(path("nobody", "result") + "?login_session_id=" + handOff.id())
                .expectProblem(404, "NOT_FOUND");
        handOff.poll(handOff.browser()).expect(401);
        handOff.poll(anna.issue("scopes", List.of("read")).api())
                .expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");

        assertThat(handOff.poll().text("access_token")).isEqualTo(FakeProvider.keyFor(token));
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("of an id that nobody knows has expired")
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "x",
                "%00",
                "%27%20or%201=1",
                "ABCDEF"
            })
    void isExpired(String id, Account anna) {
        var answer = anna.api().get(path(slug, "result") + "?login_session_id=" + id).expect(200);

        assertThat(answer.body()).isEqualTo("{\"status\":\"expired\"}");
    }

    @Test
    @DisplayName("needs its id, once")
    void needsId(Account anna) {
        var path = path(slug, "result");

        anna.api().get(path).expectInvalid("login_session_id");
        anna.api().get(path + "?login_session_id=").expectInvalid("login_session_id");
        anna.api()
                .get(path + "?login_session_id=a&login_session_id=b")
                .expectInvalid("login_session_id");
        anna.api().get(path + "?login_session_id=" + "0".repeat(6000)).expect(200);
    }

    @Test
    @DisplayName("is not used up by HEAD, nor shown to others by it")
    void ignoresHead(Account anna, Account eve) {
        var token = FakeProvider.token("good");
        var handOff = HandOff.complete(anna, slug, token);

        var path = path(slug, "result") + "?login_session_id=" + handOff.id();
        anna.api().send("HEAD", path).expect(200);
        eve.api().send("HEAD", path).expect(403);

        assertThat(handOff.poll().text("access_token")).isEqualTo(FakeProvider.keyFor(token));
    }

    @Test
    @DisplayName("expires with its key")
    void expires(Account anna, TestDatabase database) {
        var handOff = HandOff.complete(anna, slug, FakeProvider.token("good"));
        expire(anna, database);

        assertThat(handOff.status()).isEqualTo("expired");
    }

    @Test
    @DisplayName("keeps its provider until it is given out, and not before it is on its way")
    void keepsProvider(Account anna, TestDatabase database) {
        var ours = provider.register(administrator);
        var path = pathInCatalogue(ours);
        var handOff = HandOff.complete(anna, ours, FakeProvider.token("good"));
        HandOff.start(anna, ours);

        administrator.api().delete(path).expectProblem(409, "PROVIDER_IN_USE");
        handOff.poll().expect(200);
        administrator.api().delete(path).expect(204);

        assertThat(database.rows(COLUMNS, anna.id())).isEmpty();
    }

    @ParameterizedTest(name = "{0} seconds after the callback, {1} before the end")
    @DisplayName("keeps its provider while that is asked, and no longer")
    @CsvSource({"1, 60, 409", "61, 60, 204", "1, -1, 204"})
    void keepsProviderThatIsAsked(
            int sinceCallback, int left, int status, Account anna, TestDatabase database) {
        var ours = provider.register(administrator);
        HandOff.start(anna, ours);
        database.change(
                """
                update hand_off set status = 'PROCESSING',
                    claimed_at = current_timestamp - interval '%d' second,
                    expires_at = current_timestamp + interval '%d' second where user_id = ?
                """
                        .formatted(sinceCallback, left),
                anna.id());

        administrator.api().delete(pathInCatalogue(ours)).expect(status);
    }

    private String pathInCatalogue(String slug) {
        var list = administrator.api().get(PROVIDERS).expect(200);
        var at = list.texts("providers", "slug").indexOf(slug);
        return PROVIDERS + "/" + list.texts("providers", "id").get(at);
    }

    @Test
    @DisplayName("has failed if its node died while it asked the provider")
    void failsWhenAbandoned(Account anna, TestDatabase database) {
        var handOff = HandOff.start(anna, slug);
        database.change(
                """
                update hand_off set status = 'PROCESSING',
                    claimed_at = current_timestamp - interval '61' second where user_id = ?
                """,
                anna.id());

        assertThat(handOff.status()).isEqualTo("failed");
        expire(anna, database);
        assertThat(handOff.status()).isEqualTo("failed");
    }

    @Test
    @DisplayName("whose key was changed cannot be registered, and has failed then")
    void refusesTamperedRegistration(Account anna, TestDatabase database) {
        var handOff = HandOff.complete(anna, slug, FakeProvider.token("good"));
        database.change(
                "update hand_off set sealed_key = ? where user_id = ?",
                flip(sealedKey(anna, database)),
                anna.id());
        var provider =
                database.rows("select id from billing_provider where slug = ?", slug).get(0).get(0);

        anna.api()
                .post(
                        "/developer/keys",
                        Account.aKey("billingProviderId", provider, "loginSessionId", handOff.id()))
                .expectProblem(400, "LOGIN_SESSION_NOT_USABLE");

        assertThat(handOff.status()).isEqualTo("failed");
        assertThat(database.rows(COLUMNS, anna.id()).get(0)).containsOnly("null");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("has failed if what was sealed was changed, or is another's")
    @ValueSource(strings = {"changed", "moved", "cut", "garbage", "empty"})
    void refusesTampering(String how, Account anna, Account eve, TestDatabase database) {
        var handOff = HandOff.complete(anna, slug, FakeProvider.token("good"));
        HandOff.complete(eve, slug, FakeProvider.token("good"));
        var sealed = sealedKey(anna, database);
        var tampered =
                switch (how) {
                    case "changed" -> flip(sealed);
                    case "moved" -> sealedKey(eve, database);
                    case "cut" -> sealed.substring(0, sealed.length() - 4);
                    case "garbage" -> "v1.00000000.!!!";
                    default -> "";
                };
        database.change(
                "update hand_off set sealed_key = ? where user_id = ?", tampered, anna.id());

        assertThat(handOff.status()).isEqualTo("failed");
        assertThat(handOff.status()).isEqualTo("failed");
        assertThat(database.rows(COLUMNS, anna.id()).get(0)).containsOnly("null");
    }

    private static void expire(Account account, TestDatabase database) {
        database.change(
                "update hand_off set expires_at = current_timestamp where user_id = ?",
                account.id());
    }

    private static String sealedKey(Account account, TestDatabase database) {
        return database.rows(COLUMNS, account.id()).get(0).get(0);
    }

    private static String flip(String sealed) {
        var place = sealed.length() / 2;
        var other = sealed.charAt(place) == 'A' ? 'B' : 'A';
        return sealed.substring(0, place) + other + sealed.substring(place + 1);
    }
}

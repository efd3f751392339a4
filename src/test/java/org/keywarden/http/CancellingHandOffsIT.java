package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.FakeProvider;
import org.keywarden.testing.HandOff;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.TestDatabase;

/** As the console does it, which alone can. */
@KeywardenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Giving up a hand-off")
class CancellingHandOffsIT {

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
    @DisplayName(
            "ends it: whoever comes back later gets what comes too late, and no key is asked for")
    void ends(Account anna, TestDatabase database) {
        var handOff = HandOff.start(anna, slug);
        var token = FakeProvider.token("good");

        cancel(anna, handOff).expect(200);

        assertThat(handOff.status()).isEqualTo("expired");
        var page = handOff.callback("token", token).expect(400);
        assertThat(page.body()).contains("It is too late for this");
        handOff.callback("error", "access_denied").expect(400);
        handOff.redirect(anna.api()).expect(400);
        assertThat(handOff.status()).isEqualTo("expired");
        assertThat(provider.exchanges(token)).isZero();
        assertThat(actions(anna)).containsExactly("handoff.cancelled", "handoff.started");
        assertThat(
                        database.count(
                                """
                                select count(*) from hand_off where user_id = ?
                                    and (sealed_auth_url is not null or sealed_verifier is not null)
                                """,
                                anna.id()))
                .isZero();
    }

    @Test
    @DisplayName("is done once, and noted once, however often it is asked for")
    void endsOnce(Account anna) {
        var handOff = HandOff.start(anna, slug);

        Parallel.times(20, () -> cancel(anna, handOff).expect(200));

        assertThat(handOff.status()).isEqualTo("expired");
        assertThat(actions(anna)).containsExactly("handoff.cancelled", "handoff.started");
    }

    @RepeatedTest(5)
    @DisplayName("comes before a browser’s return, or after it, and never between")
    void isOneStep(Account anna) {
        var handOff = HandOff.start(anna, slug);
        var token = FakeProvider.token("good");
        var steps = new AtomicInteger();

        Parallel.times(
                2,
                () ->
                        steps.getAndIncrement() == 0
                                ? cancel(anna, handOff).expect(200)
                                : handOff.callback("token", token));

        var cancelled = actions(anna).contains("handoff.cancelled");
        assertThat(provider.exchanges(token)).isEqualTo(cancelled ? 0 : 1);
        assertThat(handOff.poll().expect(200).text("status"))
                .isEqualTo(cancelled ? "expired" : "complete");
    }

    @Test
    @DisplayName("does nothing to one whose key has come, or that is over")
    void sparesOthers(Account anna) {
        var complete = HandOff.complete(anna, slug, FakeProvider.token("good"));
        var denied = HandOff.start(anna, slug);
        denied.callback("error", "access_denied").expect(400);

        cancel(anna, complete).expect(200);
        cancel(anna, denied).expect(200);

        assertThat(complete.poll().expect(200).text("status")).isEqualTo("complete");
        assertThat(denied.status()).isEqualTo("denied");
        assertThat(actions(anna)).doesNotContain("handoff.cancelled");
    }

    @Test
    @DisplayName("is up to its owner, at its provider, and no link can change which one is meant")
    void isItsOwners(Account anna, Account eve) {
        var handOff = HandOff.start(anna, slug);
        var other = provider.register(administrator);

        cancel(eve, handOff).expectProblem(403, "LOGIN_SESSION_FORBIDDEN");
        send(anna, "/console/keys", other, handOff.id())
                .expectProblem(403, "LOGIN_SESSION_FORBIDDEN");
        send(anna, "/console/keys", "nobody", handOff.id()).expectProblem(404, "NOT_FOUND");
        send(anna, "/console/keys", slug, "0".repeat(64)).expect(200);
        assertThat(handOff.status()).isEqualTo("pending");

        send(
                        anna,
                        "/console/keys?handOff%3Aprovider=" + other + "&handOff%3Asession=x",
                        slug,
                        handOff.id())
                .expect(200);
        assertThat(handOff.status()).isEqualTo("expired");
    }

    private static Answer cancel(Account account, HandOff handOff) {
        return send(account, "/console/keys", handOff.slug(), handOff.id());
    }

    private static Answer send(Account account, String path, String slug, String loginSession) {
        var form =
                fields(
                        "handOffForm", "handOffForm",
                        "handOffForm:cancel", "handOffForm:cancel",
                        "handOff:provider", slug,
                        "handOff:session", loginSession,
                        "jakarta.faces.source", "handOffForm:cancel",
                        "jakarta.faces.partial.execute", "handOffForm:cancel",
                        "jakarta.faces.partial.ajax", "true",
                        "jakarta.faces.ViewState", "stateless");
        return account.api()
                .without("Authorization")
                .with("Cookie", "keywarden=" + account.token())
                .with("Faces-Request", "partial/ajax")
                .with("Sec-Fetch-Site", "same-origin")
                .postForm(path, form);
    }

    /** What was noted of the hand-offs of somebody, the newest first. */
    private static List<String> actions(Account account) {
        return account.api().get("/audit?actor=" + account.id()).texts("entries", "action").stream()
                .filter(action -> action.startsWith("handoff."))
                .toList();
    }
}

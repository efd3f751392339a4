package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.FakeProvider;
import org.keywarden.testing.HandOff;
import org.keywarden.testing.Launch;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;

/** On servers of its own: on PostgreSQL two nodes, then one that was killed and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Hand-offs on several nodes, and over restarts")
class HandOffNodesIT {

    private static final String FIRST_SECRET = "the first secret of the hand-off tests";
    private static final String SECOND_SECRET = "the second secret of the hand-off tests";

    private final FakeProvider provider = new FakeProvider();
    private final Launch launch = Launch.keywarden().withAdministrator();
    private final TestDatabase database = TestDatabase.create(launch.dataDir());
    private RunningServer node;
    private RunningServer other;
    private Accounts accounts;
    private String slug;

    @BeforeAll
    void start() {
        SeenSecrets.remember(FIRST_SECRET);
        SeenSecrets.remember(SECOND_SECRET);
        node = launch.on(database).with("KEYWARDEN_SECRET", FIRST_SECRET).start();
        other =
                TestDatabase.isPostgres()
                        ? Launch.keywarden()
                                .on(database)
                                .with("KEYWARDEN_SECRET", FIRST_SECRET)
                                .start()
                        : node;
        accounts = new Accounts(node.api(), database);
        slug = provider.register(accounts.createAdministrator());
    }

    @AfterAll
    void stop() {
        provider.close();
        other.close();
        node.close();
    }

    @Test
    @Order(1)
    @DisplayName("go on at any node: one exchange and one key, whoever asks where")
    void shareNodes() {
        var anna = accounts.create();
        var handOff = HandOff.start(anna, slug);
        var elsewhere = on(other, handOff);
        var token = FakeProvider.token("good");
        var turn = new AtomicInteger();

        var callbacks =
                Parallel.times(
                        20,
                        () ->
                                (turn.getAndIncrement() % 2 == 0 ? handOff : elsewhere)
                                        .callback("token", token)
                                        .status());
        var polls =
                Parallel.times(
                        50,
                        () ->
                                (turn.getAndIncrement() % 2 == 0 ? handOff : elsewhere)
                                        .poll()
                                        .expect(200)
                                        .body());

        assertThat(callbacks).containsOnlyOnce(200);
        assertThat(provider.exchanges(token)).isEqualTo(1);
        assertThat(polls).filteredOn(body -> body.contains("access_token")).hasSize(1);
    }

    @Test
    @Order(2)
    @DisplayName("outlive the death of their node, at each step, also while the secret is replaced")
    void outliveNodes() {
        var anna = accounts.create();
        var pending = HandOff.start(anna, slug);
        var complete = HandOff.complete(anna, slug, FakeProvider.token("good"));
        var redeemed = HandOff.complete(anna, slug, FakeProvider.token("good"));
        redeemed.poll().expect(200);
        if (other != node) {
            other.kill();
        }
        node.kill();

        node =
                launch.with("KEYWARDEN_SECRET", SECOND_SECRET)
                        .with("KEYWARDEN_SECRET_PREVIOUS", FIRST_SECRET)
                        .start();
        other = node;

        var token = FakeProvider.token("good");
        pending.redirect(pending.browser()).expect(302);
        pending.callback("token", token).expect(200);
        assertThat(pending.poll().text("access_token")).isEqualTo(FakeProvider.keyFor(token));
        assertThat(complete.poll().text("status")).isEqualTo("complete");
        assertThat(redeemed.status()).isEqualTo("redeemed");
    }

    @Test
    @Order(3)
    @DisplayName("fail cleanly if the secret is gone that sealed them")
    void failWithoutSecret() {
        var anna = accounts.create();
        var pending = HandOff.start(anna, slug);
        var open = HandOff.start(anna, slug);
        var complete = HandOff.complete(anna, slug, FakeProvider.token("good"));
        node.stop();
        node =
                launch.with(
                                "KEYWARDEN_SECRET",
                                "another secret of the hand-off tests, and no former")
                        .with("KEYWARDEN_SECRET_PREVIOUS", "")
                        .start();
        other = node;
        var token = FakeProvider.token("good");

        pending.callback("token", token).expect(400);
        open.redirect(open.browser()).expectProblem(400, "LOGIN_SESSION_NOT_USABLE");

        assertThat(provider.exchanges(token)).isZero();
        var again = accounts.signIn(anna.email(), anna.password());
        var api = node.api().as(again);
        for (var handOff : new HandOff[] {pending, open, complete}) {
            var result = handOff.poll(api).expect(200);
            assertThat(result.body()).isEqualTo("{\"status\":\"failed\"}");
        }
        assertThat(SeenSecrets.in(node.report())).isEmpty();
        assertThat(SeenSecrets.in(database.dump())).isEmpty();
    }

    private static HandOff on(RunningServer server, HandOff handOff) {
        var user = handOff.user();
        return new HandOff(
                new Account(
                        user.id(),
                        user.email(),
                        user.password(),
                        user.token(),
                        server.api().as(user.token())),
                handOff.slug(),
                handOff.started(),
                handOff.cookieName(),
                handOff.cookieValue());
    }
}

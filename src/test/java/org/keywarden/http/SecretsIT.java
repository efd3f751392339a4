package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Api;
import org.keywarden.testing.Bench;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.SeenSecrets;

/**
 * Looks for every secret that the tests saw before, so it comes last; alone it looks for its own.
 *
 * @see ClassOrderer.OrderAnnotation in junit-platform.properties
 */
@Order(Integer.MAX_VALUE)
@KeywardenTest
@DisplayName("No secret is in")
class SecretsIT {

    @Test
    @DisplayName("the database")
    void isInDatabase(Account anna, Api api, Bench bench) {
        useSecrets(anna, api);

        var dump = bench.database().dump();

        assertThat(dump).contains(anna.id(), anna.email());
        assertThat(SeenSecrets.in(dump)).isEmpty();
    }

    @Test
    @DisplayName("the output of the server")
    void isInOutput(Account anna, Api api, Bench bench) {
        useSecrets(anna, api);

        var output = bench.server().report();

        assertThat(output).contains("key.issued", anna.id());
        assertThat(SeenSecrets.in(output)).isEmpty();
    }

    /** Everything that may tempt a server to write a secret down. */
    private static void useSecrets(Account anna, Api api) {
        var key = anna.issue();
        SeenSecrets.remember("a-password-that-is-wrong");
        key.rotate("gracePeriodSeconds", 60).expect(201);
        anna.verify(key.raw());
        key.api().get("/auth/me").expect(200);
        key.api().get("/developer/keys").expect(403);
        api.with("X-API-Key", key.raw()).as(key.raw()).get("/auth/me").expect(400);
        anna.api().post("/keys/verify", "{\"key\":[\"" + key.raw() + "\"]}").expect(400);
        anna.api().post("/keys/verify", "{\"key\":\"" + key.raw() + "\"").expect(400);
        api.post(
                        "/auth/login",
                        fields("email", anna.email(), "password", "a-password-that-is-wrong"))
                .expect(401);
        key.revoke();
        key.api().get("/auth/me").expect(401);
    }
}

package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.Bench;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Launch;

@KeywardenTest
@DisplayName("A suspension")
class SuspensionIT {

    private static final Duration EVERYWHERE = Duration.ofSeconds(1);

    @Test
    @DisplayName("binds sessions and keys at once where it was answered")
    void bindsAtOnce(Account anna, Accounts accounts) {
        var admin = accounts.createAdministrator();
        var key = anna.issue();
        anna.api().get("/auth/me").expect(200);
        key.api().get("/auth/me").expect(200);

        suspend(admin.api(), anna, true);

        anna.api().get("/auth/me").expectProblem(403, "ACCOUNT_SUSPENDED");
        key.api().get("/auth/me").expectProblem(403, "ACCOUNT_SUSPENDED");
        assertThat(admin.verify(key.raw())).isEqualTo("OWNER_SUSPENDED");
    }

    @Test
    @DisplayName("ends, and everything works as before")
    void ends(Account anna, Accounts accounts) {
        var admin = accounts.createAdministrator();
        var key = anna.issue();
        suspend(admin.api(), anna, true);
        anna.api().get("/auth/me").expect(403);
        key.api().get("/auth/me").expect(403);

        suspend(admin.api(), anna, false);

        anna.api().get("/auth/me").expect(200);
        key.api().get("/auth/me").expect(200);
        assertThat(admin.verify(key.raw())).isEqualTo("VALID");
        accounts.signIn(anna.email(), anna.password());
    }

    @Test
    @DisplayName("binds an administrator, too")
    void bindsAdministrators(Accounts accounts) {
        var admin = accounts.createAdministrator();
        var other = accounts.createAdministrator();
        other.api().get("/admin/users").expect(200);

        suspend(admin.api(), other, true);

        other.api().get("/admin/users").expectProblem(403, "ACCOUNT_SUSPENDED");
    }

    @Test
    @EnabledIfSystemProperty(named = "keywarden.test.database", matches = "postgresql")
    @DisplayName("binds on every node within a second, as do roles, passwords and ended sessions")
    void bindsEverywhere(Account anna, Account ben, Accounts accounts, Bench bench) {
        var admin = accounts.createAdministrator();
        var key = anna.issue();
        var launch = Launch.keywarden().with("KEYWARDEN_SECRET", bench.secret());
        try (var second = launch.on(bench.database()).start()) {
            var there = second.api();
            var session = there.as(anna.token());
            var program = there.as(key.raw());

            for (var suspended : List.of(true, false)) {
                var status = suspended ? 200 : 403;
                session.get("/auth/me").expect(status);
                program.get("/auth/me").expect(status);

                suspend(admin.api(), anna, suspended);

                within(() -> session.get("/auth/me"), suspended ? 403 : 200);
                within(() -> program.get("/auth/me"), suspended ? 403 : 200);
            }

            there.as(ben.token()).get("/admin/users").expect(403);
            admin.api().patch("/admin/users/" + ben.id(), fields("role", "ADMIN")).expect(200);
            within(() -> there.as(ben.token()).get("/admin/users"), 200);

            session.get("/auth/me").expect(200);
            admin.api().post("/admin/users/" + anna.id() + "/reset-password").expect(200);
            within(() -> session.get("/auth/me"), 401);

            var other = there.as(accounts.signIn(ben.email(), ben.password()));
            other.get("/auth/me").expect(200);
            ben.api().delete("/auth/sessions").expect(204);
            within(() -> other.get("/auth/me"), 401);
        }
    }

    private static void suspend(Api admin, Account account, boolean suspended) {
        admin.patch("/admin/users/" + account.id(), fields("suspended", suspended)).expect(200);
    }

    /** Asks without a pause for a second; whatever is sent later must be answered so. */
    private static void within(Supplier<Answer> call, int status) {
        var end = Instant.now().plus(EVERYWHERE);
        Answer answer = call.get();
        while (answer.status() != status && Instant.now().isBefore(end)) {
            answer = call.get();
        }
        call.get().expect(status);
    }
}

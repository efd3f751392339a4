package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.aKey;
import static org.keywarden.testing.Account.fields;
import static org.keywarden.testing.Eventually.eventually;

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
@DisplayName("Revoking a key that a provider issued")
class UpstreamRevocationIT {

    private static final String STATE =
            "select state, sealed_token, attempts from upstream_revocation where key_id = ?";

    private final FakeProvider provider = new FakeProvider();
    private Account administrator;
    private String slug;

    @BeforeAll
    void register(Accounts accounts) {
        administrator = accounts.createAdministrator();
        slug = provider.register(administrator, "revocationUrl", provider.uri() + "/revoke");
    }

    @AfterAll
    void close() {
        provider.close();
    }

    @Test
    @DisplayName("revokes it there by the provider's name for it, and shows that")
    void revokes(Account anna, TestDatabase database) {
        var token = FakeProvider.token("good");
        var id = issue(anna, slug, token);

        anna.api().delete("/developer/keys/" + id).expect(204);

        assertThat(state(anna, id, "DONE")).isEqualTo("DONE");
        assertThat(provider.revoked())
                .filteredOn(form -> form.contains("ref-" + token.substring(token.length() - 8)))
                .singleElement()
                .asString()
                .doesNotContain(FakeProvider.keyFor(token));
        assertThat(database.rows(STATE, id).get(0).get(1)).isEqualTo("null");
        assertThat(anna.api().get("/audit?target=" + id).body()).contains("key.revoked-upstream");
        assertThat(
                        anna.api()
                                .get("/developer/keys?status=REVOKED")
                                .texts("keys", "providerRevocation"))
                .containsExactly("DONE");
    }

    @Test
    @DisplayName("that somebody found sends the key itself")
    void revokesLeaked(Account anna) {
        var token = FakeProvider.token("good");
        var id = issue(anna, slug, token);
        var raw = FakeProvider.keyFor(token);

        administrator
                .api()
                .post("/admin/keys/revoke-leaked", fields("keys", List.of(raw)))
                .expect(200);

        assertThat(state(anna, id, "DONE")).isEqualTo("DONE");
        assertThat(provider.revoked()).filteredOn(form -> form.contains(raw)).hasSize(1);
    }

    @Test
    @DisplayName(
            "goes on being tried while the provider is not well, and is revoked here meanwhile")
    void triesAgain(Account anna, TestDatabase database) {
        try (var unwell = new FakeProvider()) {
            unwell.answerRevocationsWith(503);
            var unwellSlug =
                    unwell.register(administrator, "revocationUrl", unwell.uri() + "/revoke");
            var token = FakeProvider.token("good");
            var id = issue(anna, unwellSlug, token);

            anna.api().delete("/developer/keys/" + id).expect(204);

            assertThat(anna.verify(FakeProvider.keyFor(token))).isEqualTo("REVOKED");
            eventually(unwell::revoked, forms -> forms.size() == 1);
            assertThat(state(anna, id, "PENDING")).isEqualTo("PENDING");
            assertThat(database.rows(STATE, id).get(0).get(1)).startsWith("v1.");
            assertThat(database.rows(STATE, id).get(0).get(2)).isEqualTo("1");
        }
    }

    @Test
    @DisplayName("that cannot be revoked there says so")
    void saysUnsupported(Account anna) {
        var without = provider.register(administrator);
        var id = issue(anna, without, FakeProvider.token("good"));

        anna.api().delete("/developer/keys/" + id).expect(204);

        assertThat(state(anna, id, "UNSUPPORTED")).isEqualTo("UNSUPPORTED");
    }

    @Test
    @DisplayName("by deleting its project revokes it there, too")
    void revokesWithProject(Account anna) {
        var token = FakeProvider.token("good");
        var id = issue(anna, slug, token);
        var project = anna.api().get("/developer/keys/" + id).text("key.project.id");

        anna.api().delete("/developer/projects/" + project + "?revokeKeys=true").expect(204);

        assertThat(state(anna, id, "DONE")).isEqualTo("DONE");
    }

    private String state(Account account, String id, String wanted) {
        return eventually(
                () -> account.api().get("/developer/keys/" + id).text("key.providerRevocation"),
                wanted::equals);
    }

    private String issue(Account account, String from, String token) {
        var handOff = HandOff.complete(account, from, token);
        var all = administrator.api().get("/admin/billing-providers").expect(200);
        var id = all.texts("providers", "id").get(all.texts("providers", "slug").indexOf(from));
        return account.api()
                .post(
                        "/developer/keys",
                        aKey("billingProviderId", id, "loginSessionId", handOff.id()))
                .expect(201)
                .text("key.id");
    }
}

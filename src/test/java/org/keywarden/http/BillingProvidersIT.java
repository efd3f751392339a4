package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@DisplayName("The billing providers")
class BillingProvidersIT {

    private static final String ADMIN = "/admin/billing-providers";
    private static final String PUBLIC = "/billing-providers";
    private static final String DEVELOPER = "/developer/billing-providers";

    private final List<String> made = new ArrayList<>();
    private Account admin;

    @BeforeEach
    void signIn(Accounts accounts) {
        admin = accounts.createAdministrator();
    }

    @AfterEach
    void tidyUp() {
        made.forEach(id -> admin.api().delete(ADMIN + "/" + id));
    }

    @Test
    @DisplayName("are told to anybody, the shipped ones too")
    void areToldToAnybody(Api api) {
        var answer = api.get(PUBLIC).expect(200);

        assertThat(answer.json().fieldNames()).toIterable().containsExactly("providers");
        assertThat(answer.texts("providers", "slug")).contains("daydream", "sandbox");
        assertThat(answer.texts("providers", "authType")).containsOnly("oauth");
    }

    @Test
    @DisplayName("are told without a word of how we talk to them")
    void areToldInShort(Api api) {
        var id =
                create(
                        "clientId",
                        "our-client-id",
                        "clientSecret",
                        "our-client-secret",
                        "icon",
                        "bolt",
                        "description",
                        "Pays");

        var answer = api.get(PUBLIC).expect(200);

        var provider = answer.get("providers").get(answer.texts("providers", "id").indexOf(id));
        assertThat(provider.fieldNames())
                .toIterable()
                .containsExactly("id", "slug", "displayName", "description", "icon", "authType");
        assertThat(provider.get("icon").asText()).isEqualTo("bolt");
        assertThat(provider.get("description").asText()).isEqualTo("Pays");
        assertThat(answer.body())
                .doesNotContain("our-client-id", "our-client-secret", "http:", "https:");
    }

    @Test
    @DisplayName("come by their place, and then by their slug")
    void comeInOrder(Api api) {
        var last = create("sortOrder", 6);
        var second = create("sortOrder", 5, "slug", "b-" + hex());
        var first = create("sortOrder", 5, "slug", "a-" + hex());
        var veryFirst = create("sortOrder", -2147483648);

        var ids = api.get(PUBLIC).expect(200).texts("providers", "id");

        assertThat(ids).containsSubsequence(veryFirst, first, second, last);
        assertThat(admin.api().get(ADMIN).expect(200).texts("providers", "id"))
                .containsSubsequence(veryFirst, first, second, last);
    }

    @Test
    @DisplayName("are out of sight as long as they are disabled")
    void hideDisabled(Account anna, Api api) {
        var id = create("enabled", false);

        assertThat(api.get(PUBLIC).texts("providers", "id")).doesNotContain(id);
        admin.api().patch(ADMIN + "/" + id, fields("enabled", true)).expect(200);
        assertThat(api.get(PUBLIC).texts("providers", "id")).contains(id);
        assertThat(anna.api().get(DEVELOPER).texts("providers", "id")).contains(id);
        admin.api().patch(ADMIN + "/" + id, fields("enabled", false)).expect(200);
        assertThat(api.get(PUBLIC).texts("providers", "id")).doesNotContain(id);
        assertThat(anna.api().get(DEVELOPER).texts("providers", "id")).doesNotContain(id);
    }

    @Test
    @DisplayName("are told to a session and to a key that may read alike")
    void areToldToBoth(Account anna) {
        var key = anna.issue("scopes", List.of("read")).api();

        for (var path : List.of(PUBLIC, DEVELOPER)) {
            assertThat(anna.api().get(path).expect(200).texts("providers", "slug"))
                    .contains("daydream");
            assertThat(key.get(path).expect(200).texts("providers", "slug")).contains("daydream");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PUBLIC, DEVELOPER})
    @DisplayName("are not told to a key that may not read, nor for a bad credential")
    void checksCredentials(String path, Account anna, Api api) {
        var key = anna.issue("scopes", List.of("write", "update", "delete"));

        key.api().get(path).expectProblem(403, "INSUFFICIENT_SCOPE");
        api.as("bad").get(path).expectProblem(401, "UNAUTHENTICATED");
        api.with("X-API-Key", "bad").get(path).expectProblem(401, "UNAUTHENTICATED");
        api.as("a").with("X-API-Key", "b").get(path).expectProblem(400, "CREDENTIALS_CONFLICT");
    }

    @Test
    @DisplayName("are told under the developer's path to callers alone")
    void needsCaller(Api api) {
        api.get(DEVELOPER).expectProblem(401, "UNAUTHENTICATED");
    }

    @Test
    @DisplayName("stand in the API reference, their administration does not")
    void areDescribed(Api api) {
        var document = api.with("Accept", "application/json").getOutside("/openapi").expect(200);

        assertThat(document.get("paths").fieldNames())
                .toIterable()
                .contains("/api/v1" + PUBLIC, "/api/v1" + DEVELOPER)
                .noneMatch(path -> path.contains("/admin/"));
    }

    private String create(Object... fields) {
        var wish =
                fields(
                        "slug",
                        "t-" + hex(),
                        "displayName",
                        "Acme",
                        "exchange",
                        "token",
                        "authUrl",
                        "https://acme.example/in",
                        "apiBase",
                        "https://acme.example");
        wish.putAll(fields(fields));
        Answer created = admin.api().post(ADMIN, wish).expect(201);
        made.add(created.text("provider.id"));
        return created.text("provider.id");
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

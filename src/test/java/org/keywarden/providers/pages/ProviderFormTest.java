package org.keywarden.providers.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.providers.CatalogueEntry;
import org.keywarden.providers.Endpoints;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.Provider;
import org.keywarden.providers.ProviderId;
import org.openapitools.jackson.nullable.JsonNullable;

@DisplayName("The form of a provider")
class ProviderFormTest {

    private static final CatalogueEntry ACME = acme();

    private final ProviderForm before = ProviderForm.of(ACME);
    private final ProviderForm form = ProviderForm.of(ACME);

    @Test
    @DisplayName("changes nothing but what was typed, so that defaults stay defaults")
    void changesWhatWasTyped() {
        form.getFields().put("displayName", " Acme Ltd ");

        var patch = form.toPatch(before, JsonNullable.undefined());

        assertThat(patch.displayName().get()).isEqualTo("Acme Ltd");
        assertThat(patch.slug().isPresent()).isFalse();
        assertThat(patch.authUrl().isPresent()).isFalse();
        assertThat(patch.apiBase().isPresent()).isFalse();
        assertThat(patch.clientSecret().isPresent()).isFalse();
        assertThat(patch.enabled().isPresent()).isFalse();
    }

    @Test
    @DisplayName("clears what was emptied")
    void clears() {
        form.getFields().put("issuer", " ");
        form.getFields().put("description", "");

        var patch = form.toPatch(before, JsonNullable.undefined());

        assertThat(patch.issuer()).isEqualTo(JsonNullable.of(null));
        assertThat(patch.description().get()).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("notices each address that leads elsewhere")
    @CsvSource({
        "authUrl, https://evil.example/in",
        "apiBase, https://evil.example/api",
        "tokenUrl, https://evil.example/token",
        "issuer, https://evil.example",
        "issuer, ''",
        "revocationUrl, https://evil.example/revoke",
        "apiBase, http://acme.example/api"
    })
    void noticesAddresses(String field, String address) {
        form.getFields().put(field, address);

        assertThat(form.leadsElsewhere(before)).isTrue();
    }

    @Test
    @DisplayName("takes no address for another one that only looks so")
    void knowsAddresses() {
        form.getFields().put("apiBase", " https://acme.example/api/ ");
        form.getFields().put("displayName", "https://evil.example");

        assertThat(form.leadsElsewhere(before)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("takes no time but 1 to 10 seconds")
    @ValueSource(strings = {"", "0", "11", "-1", "1.5", "x", "99999999999"})
    void refusesTimes(String seconds) {
        form.getFields().put("timeoutSeconds", seconds);

        assertThatThrownBy(() -> form.toEntry(0))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        refusal ->
                                assertThat(refusal.violations())
                                        .extracting("field")
                                        .containsExactly("timeoutSeconds"));
    }

    @Test
    @DisplayName("takes no way to a key that there is not")
    void refusesStyles() {
        form.getFields().put("exchange", "magic");

        assertThatThrownBy(() -> form.toEntry(0)).isInstanceOf(ValidationException.class);
    }

    @Test
    @DisplayName("keeps the secret to itself")
    void hidesTheSecret() {
        var choice = new SecretChoice();
        choice.setText("s3cret");

        assertThat(choice.getText()).isNull();
        assertThat(choice.toString()).doesNotContain("s3cret");
        assertThat(choice.toPatch().get().text()).isEqualTo("s3cret");
    }

    @Test
    @DisplayName("asks before a stored secret goes elsewhere, and only then")
    void asks() {
        assertThat(choice(true, false, "").mayGo(true)).isFalse();
        assertThat(choice(true, false, " ").mayGo(true)).isFalse();
        assertThat(choice(true, false, "").mayGo(false)).isTrue();
        assertThat(choice(true, false, "again").mayGo(true)).isTrue();
        assertThat(choice(true, true, "").mayGo(true)).isTrue();
        assertThat(choice(false, false, "").mayGo(true)).isTrue();
        var confirmed = choice(true, false, "");
        confirmed.setConfirmed(true);
        assertThat(confirmed.mayGo(true)).isTrue();
        assertThat(confirmed.toPatch().isPresent()).isFalse();
    }

    private static SecretChoice choice(boolean stored, boolean removing, String text) {
        var choice = new SecretChoice();
        choice.setStored(stored);
        choice.setRemoving(removing);
        choice.setText(text);
        return choice;
    }

    private static CatalogueEntry acme() {
        var endpoints =
                new Endpoints(
                        ExchangeStyle.AUTHORIZATION_CODE,
                        URI.create("https://acme.example/in"),
                        URI.create("https://acme.example/api"),
                        URI.create("https://id.acme.example"),
                        null,
                        "us",
                        null,
                        null,
                        5);
        var id = ProviderId.parse("prv_00000000000000000000000000000000").orElseThrow();
        var provider = new Provider(id, "acme", "Acme", "Pays", "", true, 3, endpoints);
        return new CatalogueEntry(provider, true, false, Instant.EPOCH);
    }
}

package org.keywarden.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keywarden.providers.Provider;

@DisplayName("A provider with an issuer that is to revoke a key")
class RevocationEndpointTest {

    private static final String OAUTH = "/.well-known/oauth-authorization-server/tenant";
    private static final String FORM = "token=pk_1&token_type_hint=api_key";

    private final Site site = new Site().with("/revoke", 200, "");
    private final Wiring wiring = Wiring.development();

    @BeforeEach
    void publishNothing() {
        publish("");
    }

    @AfterEach
    void stop() {
        site.close();
        wiring.close();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is sent our secret where it takes that")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | false",
                ",'token_endpoint_auth_methods_supported':['client_secret_post'] | true",
                ",'revocation_endpoint_auth_methods_supported':['client_secret_post'] | true",
                ",'revocation_endpoint_auth_methods_supported':['client_secret_basic'],"
                        + "'token_endpoint_auth_methods_supported':['client_secret_post'] | false",
                ",'revocation_endpoint_auth_methods_supported':['client_secret_post'],"
                        + "'token_endpoint_auth_methods_supported':['client_secret_basic'] | true",
                ",'revocation_endpoint_auth_methods_supported':"
                        + "['client_secret_post','client_secret_basic'] | false",
            })
    void placesTheSecret(String methods, boolean isInBody) {
        wiring.withSecret("s+c%r t");
        publish(methods);

        wiring.exchanges.revoke(acme(), "pk_1");

        var asked = site.visits().get(1);
        assertThat(asked.line()).isEqualTo("POST /revoke");
        assertThat(asked.authorization() == null).isEqualTo(isInBody);
        assertThat(asked.body().split("&"))
                .containsExactlyInAnyOrder(
                        (isInBody ? FORM + "&client_id=keywarden&client_secret=s%2Bc%25r+t" : FORM)
                                .split("&"));
    }

    @Test
    @DisplayName("is not asked what it takes if we have no secret")
    void needsNoMetadata() {
        wiring.exchanges.revoke(acme(), "pk_1");

        assertThat(site.lines()).containsExactly("POST /revoke");
        assertThat(site.visits().get(0).body()).isEqualTo(FORM + "&client_id=keywarden");
    }

    @Test
    @DisplayName("is not sent our secret before it said how it takes it")
    void waitsForMetadata() {
        wiring.withSecret("secret");
        site.with(OAUTH, 503, "");

        assertThatThrownBy(() -> wiring.exchanges.revoke(acme(), "pk_1"))
                .isInstanceOf(ExchangeFailedException.class);

        assertThat(site.lines()).containsExactly("GET " + OAUTH);
    }

    private void publish(String more) {
        site.with(
                OAUTH,
                200,
                "{'issuer':'HERE/tenant','token_endpoint':'HERE/token','response_types_supported':['code']%s}"
                        .formatted(more));
    }

    private Provider acme() {
        return AProvider.ofCodesAt(site.uri())
                .issuingAs(site.uri("/tenant"))
                .revokingAt(site.uri("/revoke"))
                .provider();
    }
}

package org.keywarden.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.keywarden.exchange.Wiring.DEPARTURE;
import static org.keywarden.exchange.Wiring.grant;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.exchange.ExchangeFailedException.Reason;

/** Against what no good authorization server does; a good one is asked in {@link AuthorizationCodeIT}. */
@DisplayName("An authorization code")
class AuthorizationCodeExchangeTest {

    private static final String OAUTH = "/.well-known/oauth-authorization-server/tenant";
    private static final String OPENID = "/tenant/.well-known/openid-configuration";
    private static final String METADATA =
            "{'issuer':'HERE/tenant','token_endpoint':'HERE/token','response_types_supported':['code']%s}";
    private static final String TOKEN = "{'access_token':'the-token','token_type':'bearer'}";

    private static final List<String> ODD_VALUES =
            List.of(
                    "null",
                    "true",
                    "7",
                    "-1e99",
                    "''",
                    "' '",
                    "'x y'",
                    "[]",
                    "[null]",
                    "[7]",
                    "['']",
                    "[['x']]",
                    "{}",
                    "{'x':null}",
                    "[{}]",
                    "'http://[::1'");

    private final Site site = new Site();
    private final Wiring wiring = Wiring.development();

    @BeforeEach
    void publish() {
        site.with(OAUTH, 200, METADATA.formatted(""))
                .with("/token", 200, TOKEN)
                .with("/v1/api-key", 201, "{'api_key':'pk_of_acme'}");
    }

    @AfterEach
    void stop() {
        site.close();
        wiring.close();
    }

    @Test
    @DisplayName("is asked for with the digest of a verifier, at the URL that was configured")
    void sendsTheBrowser() {
        var provider =
                AProvider.ofCodesAt(site.uri())
                        .signingInAt(
                                "https://acme.test/auth?tenant=a+b&scope=all&response_type=token")
                        .askedFor("keys profile")
                        .provider();

        // the digest was made by: printf %s VERIFIER | openssl dgst -sha256 -binary | basenc
        // --base64url
        assertThat(wiring.exchanges.authorizationUri(provider, DEPARTURE).toString())
                .startsWith("https://acme.test/auth?tenant=a+b&")
                .contains(
                        "&response_type=code",
                        "&client_id=keywarden",
                        "&redirect_uri=https%3A%2F%2Fkeys.example%2Fapi%2Fv1%2Fauth%2Fproviders"
                                + "%2Facme%2Fcallback",
                        "&scope=keys%20profile",
                        "&state=0123456789abcdef0123456789abcdef",
                        "&code_challenge=vlnlckbyOs58AG9ssLuYpJRKM-d3C_oY-pbnhoznBwE",
                        "&code_challenge_method=S256")
                .doesNotContain(DEPARTURE.codeVerifier(), "scope=all", "response_type=token");
        assertThat(site.visits()).isEmpty();
    }

    @Test
    @DisplayName(
            "is asked for without a scope if none is configured, and never without a client id")
    void sendsTheBrowserWithoutScope() {
        var provider = AProvider.ofCodesAt(site.uri());

        assertThat(wiring.exchanges.authorizationUri(provider.provider(), DEPARTURE).toString())
                .doesNotContain("scope");
        assertThatThrownBy(
                        () ->
                                wiring.exchanges.authorizationUri(
                                        provider.knowingUsAs(null).provider(), DEPARTURE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("becomes a token where the issuer says, and that a key")
    void becomesAKey() {
        wiring.withSecret("s+c%r t");

        assertThat(exchange().raw()).isEqualTo("pk_of_acme");

        assertThat(site.lines()).containsExactly("GET " + OAUTH, "POST /token", "POST /v1/api-key");
        var asked = site.visits().get(1);
        assertThat(asked.authorization()).isEqualTo("Basic " + base64("keywarden:s%2Bc%25r+t"));
        assertThat(asked.body().split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=authorization_code",
                        "code=the-code",
                        "redirect_uri=https%3A%2F%2Fkeys.example%2Fapi%2Fv1%2Fauth%2Fproviders"
                                + "%2Facme%2Fcallback",
                        "code_verifier=" + DEPARTURE.codeVerifier());
        assertThat(site.visits().get(2).authorization()).isEqualTo("Bearer the-token");
    }

    @Test
    @DisplayName("is sent with our name if we have no secret")
    void namesAPublicClient() {
        exchange();

        assertThat(site.visits().get(1).authorization()).isNull();
        assertThat(site.visits().get(1).body()).contains("client_id=keywarden");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is sent with the secret where the issuer takes it")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['client_secret_post'] | true",
                "['client_secret_post','client_secret_basic'] | false",
                "['client_secret_basic'] | false",
                "['private_key_jwt'] | false",
                "[] | false",
            })
    void placesTheSecret(String methods, boolean inBody) {
        wiring.withSecret("secret");
        site.with(
                OAUTH,
                200,
                METADATA.formatted(",'token_endpoint_auth_methods_supported':" + methods));

        exchange();

        var asked = site.visits().get(1);
        assertThat(asked.body().contains("client_secret=secret")).isEqualTo(inBody);
        assertThat(asked.authorization() == null).isEqualTo(inBody);
    }

    @Nested
    @DisplayName("finds the token endpoint")
    class Discovering {

        @ParameterizedTest(name = "{0} {1}")
        @DisplayName("in OpenID's metadata, if there is none where RFC 8414 wants it")
        @CsvSource(
                quoteCharacter = '`',
                value = {"404, no", "403, no", "200, <html>", "302, ``", "200, []"})
        void fallsBack(int status, String body) {
            site.with(OAUTH, status, body).with(OPENID, 200, METADATA.formatted(""));

            exchange();

            assertThat(site.lines()).startsWith("GET " + OAUTH, "GET " + OPENID, "POST /token");
        }

        @Test
        @DisplayName("once in a while only")
        void remembers() {
            exchange();
            exchange();

            assertThat(site.lines()).containsOnlyOnce("GET " + OAUTH);
        }

        @Test
        @DisplayName("after a failure, too")
        void forgetsFailures() {
            site.with(OAUTH, 503, "");
            assertThat(failure().reason()).isEqualTo(Reason.UNWELL);
            assertThat(site.lines()).containsExactly("GET " + OAUTH);
            publish();

            assertThat(exchange().raw()).isEqualTo("pk_of_acme");
        }

        @Test
        @DisplayName("at the provider's own, if it has no issuer")
        void takesTheUsualPlace() {
            site.with("/oauth/token", 200, TOKEN);

            wiring.exchanges.exchange(
                    AProvider.ofCodesAt(site.uri()).provider(), grant("the-code"));

            assertThat(site.lines()).containsExactly("POST /oauth/token", "POST /v1/api-key");
        }

        @Test
        @DisplayName("where an administrator says, rather than the issuer or by habit")
        void believesAdministrators() {
            site.with("/other", 200, TOKEN);

            wiring.exchanges.exchange(
                    acme().givingTokensAt(site.uri("/other")).provider(), grant("the-code"));
            wiring.exchanges.exchange(
                    AProvider.ofCodesAt(site.uri()).givingTokensAt(site.uri("/other")).provider(),
                    grant("the-code"));

            assertThat(site.lines())
                    .containsExactly(
                            "GET " + OAUTH,
                            "POST /other",
                            "POST /v1/api-key",
                            "POST /other",
                            "POST /v1/api-key");
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("in no metadata that is not the issuer's own and complete")
        @ValueSource(
                strings = {
                    "{'issuer':'HERE/tenant/','token_endpoint':'HERE/token'}",
                    "{'issuer':'HERE','token_endpoint':'HERE/token'}",
                    "{'issuer':'https://evil.test','token_endpoint':'HERE/token'}",
                    "{'issuer':null,'token_endpoint':'HERE/token'}",
                    "{'issuer':['HERE/tenant'],'token_endpoint':'HERE/token'}",
                    "{'token_endpoint':'HERE/token'}",
                    "{'issuer':'HERE/tenant'}",
                    "{'issuer':'HERE/tenant','token_endpoint':null}",
                    "{'issuer':'HERE/tenant','token_endpoint':7}",
                    "{'issuer':'HERE/tenant','token_endpoint':'not a url'}",
                    "{'issuer':'HERE/tenant','issuer':'HERE/tenant','token_endpoint':'HERE/token'}",
                    "[]",
                    ""
                })
        void refusesOddMetadata(String metadata) {
            site.with(OAUTH, 200, metadata);

            assertThat(failure().reason()).isEqualTo(Reason.UNUSABLE);
            assertThat(site.lines()).doesNotContain("POST /token");
        }

        @Test
        @DisplayName("nowhere, if nothing is published")
        void refusesSilence() {
            site.with(OAUTH, 404, "");

            assertThat(failure().reason()).isEqualTo(Reason.UNUSABLE);
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("at no URL that is not called, whoever publishes it")
        @ValueSource(
                strings = {
                    "file:///etc/passwd",
                    "ftp://acme.test/token",
                    "https://user:word@acme.test/token",
                    "https:/token"
                })
        void judgesIt(String endpoint) {
            site.with(OAUTH, 200, "{'issuer':'HERE/tenant','token_endpoint':'" + endpoint + "'}");

            assertThat(failure().reason()).isIn(Reason.FORBIDDEN_ADDRESS, Reason.UNUSABLE);
            assertThat(site.lines()).doesNotContain("POST /v1/api-key");
        }
    }

    @Nested
    @DisplayName("is bound to its issuer:")
    class Issuers {

        @Test
        @DisplayName("it is refused without a call if it is said to be another's")
        void refusesOthers() {
            assertThat(failure(from("https://evil.test")).reason()).isEqualTo(Reason.REFUSED);
            assertThat(failure(from(site.uri("/tenant/").toString())).reason())
                    .isEqualTo(Reason.REFUSED);
            assertThat(failure(from("")).reason()).isEqualTo(Reason.REFUSED);
            assertThat(site.visits()).isEmpty();
        }

        @Test
        @DisplayName(
                "it is taken with its name, and without if the issuer does not say that it gives it")
        void takesItsOwn() {
            wiring.exchanges.exchange(acme().provider(), from(site.uri("/tenant").toString()));

            assertThat(exchange().raw()).isEqualTo("pk_of_acme");
        }

        @Test
        @DisplayName("it is refused without a name if the issuer gives it always")
        void refusesTheNameless() {
            site.with(
                    OAUTH,
                    200,
                    METADATA.formatted(",'authorization_response_iss_parameter_supported':true"));

            assertThat(failure().reason()).isEqualTo(Reason.REFUSED);
            assertThat(site.lines()).containsExactly("GET " + OAUTH);
        }

        private Grant from(String issuer) {
            return new Grant("the-code", issuer, DEPARTURE.callback(), DEPARTURE.codeVerifier());
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("becomes no key if the token endpoint gives no bearer token")
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "<html>",
                "{'access_token':'t'}",
                "{'access_token':'t','token_type':null}",
                "{'access_token':'t','token_type':'mac'}",
                "{'access_token':'t','token_type':'DPoP'}",
                "{'access_token':'t','token_type':['Bearer']}",
                "{'access_token':'','token_type':'Bearer'}",
                "{'access_token':null,'token_type':'Bearer'}",
                "{'access_token':7,'token_type':'Bearer'}",
                "{'access_token':'a b','token_type':'Bearer'}",
                "{'access_token':'a\\r\\nX: y','token_type':'Bearer'}",
                "{'access_token':'é','token_type':'Bearer'}",
                "{'access_token':'t','token_type':'Bearer','expires_in':'soon'}",
                "{'access_token':'t','token_type':'Bearer','access_token':'u'}",
                "{'error':'invalid_grant'}"
            })
    void needsABearerToken(String answer) {
        site.with("/token", 200, answer);

        assertThat(failure().reason()).isEqualTo(Reason.UNUSABLE);
        assertThat(site.lines()).doesNotContain("POST /v1/api-key");
    }

    @ParameterizedTest
    @DisplayName("fails as the token endpoint fails")
    @CsvSource({
        "302, UNUSABLE",
        "400, REFUSED",
        "401, REFUSED",
        "404, REFUSED",
        "429, UNWELL",
        "500, UNWELL",
        "503, UNWELL"
    })
    void tellsFailures(int status, Reason reason) {
        site.with("/token", status, "{'error':'invalid_grant','error_description':'PROVIDERS'}");

        assertThat(failure().reason()).isEqualTo(reason);
        assertThat(failure()).hasMessageNotContainingAny("PROVIDERS", "the-code", "invalid");
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("that looks like none is refused without a call")
    @ValueSource(strings = {"", "a\nb", "cödé", "a\0"})
    void refusesOddCodes(String code) {
        assertThat(failure(grant(code)).reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure(grant("c".repeat(4097))).reason()).isEqualTo(Reason.REFUSED);
        assertThat(site.visits()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("survives every field of metadata, whatever is in it")
    @ValueSource(
            strings = {
                "authorization_endpoint",
                "authorization_response_iss_parameter_supported",
                "code_challenge_methods_supported",
                "grant_types_supported",
                "jwks_uri",
                "mtls_endpoint_aliases",
                "registration_endpoint",
                "request_object_signing_alg_values_supported",
                "scopes_supported",
                "signed_metadata",
                "token_endpoint_auth_methods_supported",
                "token_endpoint_auth_signing_alg_values_supported",
                "ui_locales_supported"
            })
    void survivesMetadata(String field) {
        for (var value : ODD_VALUES) {
            site.with(OAUTH, 200, METADATA.formatted(",'" + field + "':" + value));

            assertThat(outcomeOfANewNode()).describedAs(value).isIn("pk_of_acme", "failed");
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("survives every field of a token, whatever is in it")
    @ValueSource(
            strings = {
                "authorization_details",
                "device_secret",
                "expires_in",
                "id_token",
                "issued_token_type",
                "refresh_token",
                "scope"
            })
    void survivesTokens(String field) {
        for (var value : ODD_VALUES) {
            site.with(
                    "/token",
                    200,
                    "{'access_token':'t','token_type':'Bearer','%s':%s}".formatted(field, value));

            assertThat(outcomeOfANewNode()).describedAs(value).isIn("pk_of_acme", "failed");
        }
    }

    /** Without what others have learned; anything but a key or a failure is a bug. */
    private String outcomeOfANewNode() {
        wiring.exchanges.codes.discovery = new Discovery();
        wiring.exchanges.breakers = new Breakers();
        try {
            return exchange().raw();
        } catch (ExchangeFailedException e) {
            return "failed";
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private AProvider acme() {
        return AProvider.ofCodesAt(site.uri()).issuingAs(site.uri("/tenant"));
    }

    private ProviderKey exchange() {
        return wiring.exchanges.exchange(acme().provider(), grant("the-code"));
    }

    private ExchangeFailedException failure() {
        return failure(grant("the-code"));
    }

    private ExchangeFailedException failure(Grant grant) {
        return catchThrowableOfType(
                ExchangeFailedException.class,
                () -> wiring.exchanges.exchange(acme().provider(), grant));
    }
}

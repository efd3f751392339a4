package org.keywarden.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.keywarden.exchange.RawServer.answering;
import static org.keywarden.exchange.Wiring.DEPARTURE;
import static org.keywarden.exchange.Wiring.grant;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.exchange.ExchangeFailedException.Reason;
import org.keywarden.testing.Launch;

/** Against a provider that answers over real HTTP, or does something else. */
@DisplayName("A token")
class TokenExchangeTest {

    private static final String GOOD =
            "{\"api_key\":\"pk_of_acme\",\"user_id\":\"u-1\",\"id\":\"key-1\"}";

    /** More than any answer takes, however busy the machine is. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Waited for in vain by a provider that never answers. */
    private static final Duration SHORT_LIMIT = Duration.ofMillis(500);

    private final RawServer acme = RawServer.that(answering(200, GOOD));
    private final Wiring wiring = Wiring.development().within(LIMIT);

    @AfterEach
    void stop() {
        acme.close();
        wiring.close();
    }

    @Test
    @DisplayName("is asked for where the provider says, to come back with our state")
    void sendsTheBrowser() {
        var provider =
                AProvider.ofTokensAt(acme.uri())
                        .signingInAt("https://acme.test/in?from=k+w&state=x&redirect_url=y")
                        .provider();

        assertThat(wiring.exchanges.authorizationUri(provider, DEPARTURE))
                .hasToString(
                        "https://acme.test/in?from=k+w&redirect_url=https%3A%2F%2Fkeys.example"
                                + "%2Fapi%2Fv1%2Fauth%2Fproviders%2Facme%2Fcallback"
                                + "&state=0123456789abcdef0123456789abcdef");
        assertThat(acme.connections()).isZero();
    }

    @Test
    @DisplayName("is shown to the API of the provider, which gives a key for it")
    void getsTheKey() {
        assertThat(exchange()).isEqualTo(new ProviderKey("pk_of_acme", "u-1", "key-1"));

        var request = acme.requests().get(0);
        assertThat(request)
                .startsWith("POST /v1/api-key HTTP/1.1\r\n")
                .contains(
                        "\r\nAuthorization: Bearer the-token\r\n",
                        "\r\nAccept: application/json\r\n",
                        "\r\nContent-Type: application/json\r\n",
                        "\r\nUser-Agent: Keywarden\r\n")
                .endsWith("\r\n\r\n{\"name\":\"Keywarden\"}")
                .doesNotContain("Cookie", "Accept-Encoding", "Upgrade");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("gets the key, however the provider spells it")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'api_key':'pk_one_23'} | pk_one_23",
                "{'apiKey':'pk_one_23'} | pk_one_23",
                "{'key':'pk_one_23'} | pk_one_23",
                "{'key':'pk_three','apiKey':'pk_two_2','api_key':'pk_one_23'} | pk_one_23",
                "{'api_key':'','apiKey':' ','key':'pk_three'} | pk_three",
                "{'api_key':null,'apiKey':'pk_two_2'} | pk_two_2",
                "{'api_key':7,'apiKey':['x'],'key':'pk_three'} | pk_three",
                "{'api_key':' pk_one_23\\n'} | pk_one_23",
                "{'api_key':'12345678'} | 12345678",
                "{'api_key':'!~!~!~!~'} | !~!~!~!~",
                "{'other':{'api_key':'x'},'api_key':'pk_one_23','more':[1.5e3,true]} | pk_one_23",
            })
    void readsSpellings(String answer, String key) {
        acme.now(answering(201, answer.replace('\'', '"')));

        assertThat(exchange().raw()).isEqualTo(key);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("gets what the provider calls user and key, if that can be shown")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "'user_id':'u' | u | -",
                "'userId':'u' | u | -",
                "'user_id':' ','userId':' u ' | u | -",
                "'user_id':5 | - | -",
                "'user_id':{'id':5} | - | -",
                "'user_id':'a\\u0000b' | - | -",
                "'user_id':'a\\nb' | - | -",
                "'user_id':'a\\u202eb' | - | -",
                "'user_id':'\\ud800' | - | -",
                "'user_id':'Zoë 😀 <b>' | Zoë 😀 <b> | -",
                "'user_id':'pk_of_acme' | - | -",
                "'id':'k' | - | k",
                "'key_id':'k' | - | k",
                "'keyId':'k' | - | k",
                "'id':17 | - | 17",
                "'id':123456789012345678901234567890 | - | 123456789012345678901234567890",
                "'id':1.5,'key_id':'k' | - | k",
                "'id':true | - | -",
                "'id':null,'keyId':'k' | - | k",
                "'id':'pk_of_acme' | - | -",
                "'id':'keys/pk_of_acme/1' | - | -",
            })
    void readsLabels(String fields, String userId, String reference) {
        acme.now(
                answering(200, "{'api_key':'pk_of_acme',%s}".formatted(fields).replace('\'', '"')));

        assertThat(exchange()).isEqualTo(new ProviderKey("pk_of_acme", userId, reference));
    }

    @Test
    @DisplayName("gets labels of 255 characters, and none of 256")
    void boundsLabels() {
        acme.now(answering(200, labelled("é".repeat(255))));
        assertThat(exchange().userId()).hasSize(255);

        acme.now(answering(200, labelled("é".repeat(256))));
        assertThat(exchange().userId()).isNull();
    }

    @Test
    @DisplayName("gets an answer of 64 KiB, and a key of 512 characters")
    void readsLargeAnswers() {
        var key = "k".repeat(512);
        var head = "{\"api_key\":\"" + key + "\"}";

        acme.now(answering(200, head + " ".repeat(64 * 1024 - head.length())));

        assertThat(exchange().raw()).isEqualTo(key);
    }

    @ParameterizedTest
    @DisplayName(
            "gets no key from a provider that misbehaves, which is known in time, and goes on after")
    @EnumSource(Misbehaviour.class)
    void survives(Misbehaviour misbehaviour) {
        acme.now(misbehaviour.manner);
        wiring.within(misbehaviour.reason == Reason.UNREACHABLE ? SHORT_LIMIT : LIMIT);
        var begun = Instant.now();

        var failure = failure();

        assertThat(failure.reason()).isEqualTo(misbehaviour.reason);
        assertThat(failure).hasMessageNotContainingAny("PROVIDERS", "the-token", "127.0.0.1");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LIMIT);
        assertThat(acme.requests()).hasSize(1);
        wiring.within(LIMIT);
        acme.now(answering(200, GOOD));
        assertThat(exchange().raw()).isEqualTo("pk_of_acme");
    }

    @Test
    @DisplayName("gets no key from a provider that is not there")
    void survivesNobody() {
        var nobody = URI.create("http://127.0.0.1:" + Launch.freePort());
        var provider = AProvider.ofTokensAt(nobody).provider();

        assertThat(failure(wiring, AProvider.ofTokensAt(nobody), "the-token").reason())
                .isEqualTo(Reason.UNREACHABLE);
        assertThat(provider.endpoints().apiBase()).isEqualTo(nobody);
    }

    @Test
    @DisplayName("gets no key from a provider whose name does not exist")
    void survivesUnknownNames() {
        wiring.destinations.names = DestinationsTest.meaning();

        var failure =
                failure(
                        wiring,
                        AProvider.ofTokensAt(URI.create("https://nobody.test")),
                        "the-token");

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("name");
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("that looks like none is refused without a call")
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\r\nX-Evil: 1", "tökén", "a\0b", "a\u007f"})
    void refusesOddTokens(String token) {
        var failure = failure(wiring, AProvider.ofTokensAt(acme.uri()), token);

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(acme.connections()).isZero();
    }

    @Test
    @DisplayName("may have 4096 characters, and not one more")
    void boundsTokens() {
        var acmeProvider = AProvider.ofTokensAt(acme.uri());

        assertThat(
                        wiring.exchanges
                                .exchange(acmeProvider.provider(), grant("t".repeat(4096)))
                                .raw())
                .isEqualTo("pk_of_acme");
        assertThat(failure(wiring, acmeProvider, "t".repeat(4097)).reason())
                .isEqualTo(Reason.REFUSED);
        assertThat(acme.requests()).hasSize(1);
    }

    private static String labelled(String userId) {
        return "{\"api_key\":\"pk_of_acme\",\"user_id\":\"" + userId + "\"}";
    }

    private ProviderKey exchange() {
        return wiring.exchanges.exchange(
                AProvider.ofTokensAt(acme.uri()).provider(), grant("the-token"));
    }

    private ExchangeFailedException failure() {
        return failure(wiring, AProvider.ofTokensAt(acme.uri()), "the-token");
    }

    static ExchangeFailedException failure(Wiring wiring, AProvider provider, String credential) {
        return catchThrowableOfType(
                ExchangeFailedException.class,
                () -> wiring.exchanges.exchange(provider.provider(), grant(credential)));
    }
}

package org.keywarden.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of providers")
class ProviderSettingsTest {

    private static final String ORIGIN = "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN";

    private static final Map<String, String> PRODUCTION =
            Map.of(
                    "keywarden.mode", "production",
                    "keywarden.db.url", "jdbc:postgresql://db.example.com:5432/keywarden",
                    "keywarden.secret", "s".repeat(32));

    @Test
    @DisplayName("go by the request and to Daydream itself, unless told otherwise")
    void haveDefaults() {
        var expected =
                new ProviderSettings(
                        null,
                        URI.create("https://app.daydream.live/sign-in/local"),
                        URI.create("https://api.daydream.live"));

        assertThat(read(Map.of())).isEqualTo(expected);
        assertThat(read(PRODUCTION)).isEqualTo(expected);
        assertThat(read(Map.of(ORIGIN, " ", "DAYDREAM_AUTH_URL", "", "DAYDREAM_API_BASE", "\t")))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @DisplayName("take an origin, with or without a slash")
    @CsvSource({
        "https://keys.example, https://keys.example",
        "https://keys.example/, https://keys.example",
        "https://keys.example:8443, https://keys.example:8443",
        "' https://10.1.2.3 ', https://10.1.2.3",
        "https://[2001:db8::1]:8443, https://[2001:db8::1]:8443",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1, http://127.0.0.1",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void takeOrigins(String given, String understood) {
        assertThat(read(Map.of(ORIGIN, given)).callbackOrigin()).isEqualTo(URI.create(understood));
        assertThat(read(production(ORIGIN, given)).callbackOrigin())
                .isEqualTo(URI.create(understood));
    }

    @ParameterizedTest
    @DisplayName("take an origin over plain HTTP in production from this machine alone")
    @ValueSource(
            strings = {
                "http://keys.example",
                "http://10.1.2.3:8080",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://[2001:db8::1]"
            })
    void refusePlainOrigins(String origin) {
        assertThat(read(Map.of(ORIGIN, origin)).callbackOrigin()).isEqualTo(URI.create(origin));
        assertThat(mistakes(production(ORIGIN, origin)))
                .singleElement()
                .asString()
                .isEqualTo(ORIGIN + ": must begin with https:// in production");
    }

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("refuse a value that has no meaning, in one line that names the variable once")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | keys.example",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | //keys.example",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https:keys.example",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https:///",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | ftp://keys.example",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://keys.example/keywarden",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://keys.example?a=b",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://keys.example#a",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://me@keys.example",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://keys.example:0",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://keys.example:65536",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://keys.example:99999999999",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://keys.example:http",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://[::::]",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://..",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://keys.example, https://b.example",
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN | https://k\u00e9ys.example",
                "DAYDREAM_AUTH_URL | app.daydream.live",
                "DAYDREAM_AUTH_URL | ftp://app.daydream.live",
                "DAYDREAM_AUTH_URL | javascript:alert(1)",
                "DAYDREAM_AUTH_URL | https://",
                "DAYDREAM_AUTH_URL | https://a b/in",
                "DAYDREAM_AUTH_URL | https://d.example/\u00e9",
                "DAYDREAM_AUTH_URL | https://d.example/in#here",
                "DAYDREAM_AUTH_URL | https://me:hush@d.example/in",
                "DAYDREAM_AUTH_URL | https://d.example:70000/in",
                "DAYDREAM_API_BASE | d.example",
                "DAYDREAM_API_BASE | https://d.example/api?a=b",
                "DAYDREAM_API_BASE | https://d.example/api#a",
                "DAYDREAM_API_BASE | https://me:hush@d.example",
                "DAYDREAM_API_BASE | https:///",
                "DAYDREAM_API_BASE | file:///etc/passwd",
            })
    void refuseNonsense(String variable, String value) {
        assertThat(mistakes(Map.of(variable, value)))
                .singleElement()
                .asString()
                .startsWith(variable + ": must be ")
                .containsOnlyOnce(variable)
                .doesNotContain("\n", "hush");
    }

    @Test
    @DisplayName("keep a sign-in page to the letter, and take the slashes off an API")
    void keepAddresses() {
        var settings =
                read(
                        Map.of(
                                "DAYDREAM_AUTH_URL",
                                "http://localhost:9/in/?a=b%20c",
                                "DAYDREAM_API_BASE",
                                "http://127.0.0.1:9/api//"));

        assertThat(settings.daydreamAuthUrl()).hasToString("http://localhost:9/in/?a=b%20c");
        assertThat(settings.daydreamApiBase()).hasToString("http://127.0.0.1:9/api");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("take a provider in our own network or over plain HTTP in development alone")
    @CsvSource({
        "http://d.example/in, must begin with https:// in production",
        "http://127.0.0.1:9, must begin with https:// in production",
        "https://localhost:8443/in, must not lead into a private network in production",
        "https://Daydream.localhost, must not lead into a private network in production",
        "https://127.0.0.1, must not lead into a private network in production",
        "https://10.1.2.3/in, must not lead into a private network in production",
        "https://169.254.169.254, must not lead into a private network in production",
        "https://[::1]:8443, must not lead into a private network in production",
        "https://[fd00::1]/in, must not lead into a private network in production"
    })
    void refuseOurNetwork(String url, String complaint) {
        for (var name : List.of("DAYDREAM_AUTH_URL", "DAYDREAM_API_BASE")) {
            assertThat(read(Map.of(name, url))).isNotNull();
            assertThat(mistakes(production(name, url))).containsExactly(name + ": " + complaint);
        }
    }

    @Test
    @DisplayName("take a provider on the public internet in production")
    void takePublicAddresses() {
        for (var url : List.of("https://d.example:8443/in", "https://8.8.8.8")) {
            assertThat(read(production("DAYDREAM_AUTH_URL", url)).daydreamAuthUrl())
                    .hasToString(url);
            assertThat(read(production("DAYDREAM_API_BASE", url)).daydreamApiBase())
                    .hasToString(url);
        }
    }

    @Test
    @DisplayName("are refused with all their mistakes at once")
    void nameAllMistakes() {
        assertThat(
                        mistakes(
                                Map.of(
                                        ORIGIN,
                                        "x",
                                        "DAYDREAM_AUTH_URL",
                                        "y",
                                        "DAYDREAM_API_BASE",
                                        "z")))
                .hasSize(3);
    }

    private static Map<String, String> production(String name, String value) {
        var properties = new HashMap<>(PRODUCTION);
        properties.put(name, value);
        return properties;
    }

    private static List<String> mistakes(Map<String, String> properties) {
        var refusal =
                catchThrowableOfType(InvalidConfigurationException.class, () -> read(properties));
        assertThat(refusal).describedAs("a refusal of %s", properties).isNotNull();
        return refusal.mistakes();
    }

    private static ProviderSettings read(Map<String, String> properties) {
        return Configuration.read(name -> Optional.ofNullable(properties.get(name))).providers();
    }
}

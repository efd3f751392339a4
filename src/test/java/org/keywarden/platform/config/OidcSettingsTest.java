package org.keywarden.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The issuer to sign in at")
class OidcSettingsTest {

    private static final Map<String, String> SMALLEST =
            Map.of(
                    "keywarden.oidc.issuer", "http://id.example:8081/realms/one",
                    "keywarden.oidc.client-id", "keywarden");

    private static final Map<String, String> PRODUCTION =
            Map.of(
                    "keywarden.mode", "production",
                    "keywarden.db.url", "jdbc:postgresql://db.example.com:5432/keywarden",
                    "keywarden.secret", "s".repeat(32),
                    "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN", "https://keys.example",
                    "keywarden.oidc.issuer", "https://10.0.0.8/realms/one",
                    "keywarden.oidc.client-id", "keywarden");

    @Test
    @DisplayName("is none by default")
    void isNoneByDefault() {
        assertThat(read(Map.of()).oidc()).isNull();
    }

    @Test
    @DisplayName("is called by its host, asked for the address, and needs no secret")
    void hasDefaults() {
        var oidc = oidc(SMALLEST);

        assertThat(oidc.name()).isEqualTo("id.example");
        assertThat(oidc.scope()).containsExactly("openid", "email");
        assertThat(oidc.clientSecret()).isNull();
        assertThat(oidc.redirectOrigin()).isNull();
    }

    @Test
    @DisplayName("may be in a private network, since the operator alone names it")
    void mayBePrivate() {
        var oidc = oidc(PRODUCTION);

        assertThat(oidc.issuer()).hasToString("https://10.0.0.8/realms/one");
        assertThat(oidc.redirectOrigin()).hasToString("https://keys.example");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is refused by half")
    @CsvSource({
        "keywarden.oidc.issuer, https://id.example, 1",
        "keywarden.oidc.client-id, keywarden, 1",
        "keywarden.oidc.client-secret, hush, 2",
        "keywarden.oidc.name, Example, 2",
        "keywarden.oidc.scope, openid, 2"
    })
    void refusesHalf(String property, String value, int mistakes) {
        assertThat(mistakes(Map.of(property, value)))
                .hasSize(mistakes)
                .allMatch(mistake -> mistake.contains("KEYWARDEN_OIDC_"))
                .noneMatch(mistake -> mistake.contains("hush"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("is refused where a value has no meaning")
    @CsvSource(
            delimiter = '|',
            value = {
                "keywarden.oidc.issuer | id.example",
                "keywarden.oidc.issuer | ftp://id.example",
                "keywarden.oidc.issuer | https://",
                "keywarden.oidc.issuer | https://user@id.example",
                "keywarden.oidc.issuer | https://id.example?tenant=1",
                "keywarden.oidc.issuer | https://id.example#a",
                "keywarden.oidc.issuer | https://id.exämple",
                "keywarden.oidc.client-id | kéy",
                "keywarden.oidc.name | a name that is longer than sixty characters, which no button can show",
                "keywarden.oidc.scope | email",
                "keywarden.oidc.scope | openid,email",
                "keywarden.oidc.scope | openid \"email\""
            })
    void refusesNonsense(String property, String value) {
        var properties = new HashMap<>(SMALLEST);
        properties.put(property, value);

        assertThat(mistakes(properties)).singleElement().asString().startsWith(property);
    }

    @Test
    @DisplayName("has TLS in production, and an origin to come back to")
    void isStrictInProduction() {
        var plain = new HashMap<>(PRODUCTION);
        plain.put("keywarden.oidc.issuer", "http://id.example");
        assertThat(mistakes(plain)).singleElement().asString().contains("https://");

        var homeless = new HashMap<>(PRODUCTION);
        homeless.remove("BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN");
        assertThat(mistakes(homeless)).singleElement().asString().contains("CALLBACK_ORIGIN");
    }

    private static OidcSettings oidc(Map<String, String> properties) {
        return Objects.requireNonNull(read(properties).oidc());
    }

    private static List<String> mistakes(Map<String, String> properties) {
        var refusal =
                catchThrowableOfType(InvalidConfigurationException.class, () -> read(properties));
        assertThat(refusal).describedAs("a refusal of %s", properties).isNotNull();
        return refusal.mistakes();
    }

    private static Configuration read(Map<String, String> properties) {
        return Configuration.read(name -> Optional.ofNullable(properties.get(name)));
    }
}

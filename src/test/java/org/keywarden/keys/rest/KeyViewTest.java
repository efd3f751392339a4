package org.keywarden.keys.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.access.Scope;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.KeyStatus;
import org.keywarden.keys.KeySummary;
import org.keywarden.platform.json.ObjectMapperProducer;
import org.keywarden.providers.Endpoints;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.Provider;
import org.keywarden.providers.ProviderId;

@DisplayName("A key on the wire")
class KeyViewTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    @DisplayName("has the members of the contract and nothing of how it is stored")
    void hasNoHash() throws JsonProcessingException {
        var json = ObjectMapperProducer.create();

        var text = json.writeValueAsString(KeyView.of(aSummary(), null));

        assertThat(json.readTree(text).fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "label",
                        "description",
                        "project",
                        "billingProvider",
                        "modelName",
                        "gatewayName",
                        "scopes",
                        "legacyFullAccess",
                        "keyPrefix",
                        "status",
                        "createdAt",
                        "lastUsedAt",
                        "expiresAt",
                        "revokedAt",
                        "replacedBy");
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("hash", "digest", "scrypt");
    }

    @Test
    @DisplayName("tells of its provider what people need, and not where that is")
    void namesProvider() throws JsonProcessingException {
        var json = ObjectMapperProducer.create();

        var provider =
                json.readTree(json.writeValueAsString(KeyView.of(aSummary(), null)))
                        .get("billingProvider");

        assertThat(provider.fieldNames()).toIterable().containsExactly("id", "slug", "displayName");
        assertThat(provider.get("slug").asText()).isEqualTo("acme");
    }

    private static KeySummary aSummary() {
        var endpoints =
                new Endpoints(
                        ExchangeStyle.TOKEN,
                        URI.create("https://acme.test/sign-in"),
                        URI.create("https://acme.test"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        10);
        var provider =
                new Provider(
                        new ProviderId("prv_0199d5f2c0de7abc8123456789abcdef"),
                        "acme",
                        "Acme",
                        "",
                        "",
                        false,
                        1,
                        endpoints);
        return new KeySummary(
                KeyId.next(),
                null,
                null,
                null,
                provider,
                List.of(Scope.READ),
                false,
                "sk_live_51H8...",
                KeyStatus.ACTIVE,
                NOON,
                null,
                null,
                null,
                null);
    }
}

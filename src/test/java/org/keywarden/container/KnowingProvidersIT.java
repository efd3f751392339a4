package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.Role;
import org.keywarden.access.TokenType;
import org.keywarden.access.UserId;
import org.keywarden.providers.Addresses;
import org.keywarden.providers.ClientSecret;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.Provider;
import org.keywarden.providers.ProviderCatalogue;
import org.keywarden.providers.ProviderEntry;
import org.keywarden.providers.ProviderId;
import org.keywarden.providers.Providers;

@ExtendWith(ArquillianExtension.class)
@DisplayName("Other modules know of providers")
class KnowingProvidersIT {

    private static final ProviderId UNKNOWN =
            ProviderId.parse("prv_00000000000000000000000000000000").orElseThrow();

    @Inject Providers providers;
    @Inject ProviderCatalogue catalogue;

    @Test
    @DisplayName("by slug and by id, enabled or not, as they ask")
    void findsProviders() {
        var enabled = create(true, null);
        var disabled = create(false, null);

        assertThat(providers.find(enabled.slug())).contains(enabled);
        assertThat(providers.find(enabled.id())).contains(enabled);
        assertThat(providers.findEnabled(enabled.slug())).contains(enabled);
        assertThat(providers.findEnabled(enabled.id())).contains(enabled);
        assertThat(providers.find(disabled.slug())).contains(disabled);
        assertThat(providers.find(disabled.id())).contains(disabled);
        assertThat(providers.findEnabled(disabled.slug())).isEmpty();
        assertThat(providers.findEnabled(disabled.id())).isEmpty();
        assertThat(providers.enabled()).contains(enabled).doesNotContain(disabled);
    }

    @Test
    @DisplayName("several at once, without those that there are not")
    void findsSeveral() {
        var one = create(true, null);
        var two = create(false, null);

        var found = providers.byId(List.of(one.id(), two.id(), one.id(), UNKNOWN, odd()));

        assertThat(found).containsOnlyKeys(one.id(), two.id()).containsValues(one, two);
        assertThat(providers.byId(List.of())).isEmpty();
    }

    @Test
    @DisplayName("with the client secret, opened, if there is one")
    void opensSecrets() {
        var secret = new ClientSecret("client-secret-" + UUID.randomUUID());

        assertThat(providers.clientSecret(create(true, secret).id())).contains(secret);
        assertThat(providers.clientSecret(create(true, null).id())).isEmpty();
        assertThat(providers.clientSecret(UNKNOWN)).isEmpty();
        assertThat(providers.clientSecret(odd())).isEmpty();
    }

    @Test
    @DisplayName("by no name that none can have")
    void findsNothingOdd() {
        for (var odd : List.of("", "\u0000", "a", "a\u0000b", "DAYDREAM", "x".repeat(1 << 20))) {
            assertThat(providers.find(odd)).isEmpty();
            assertThat(providers.findEnabled(odd)).isEmpty();
        }
        assertThat(providers.find(odd())).isEmpty();
        assertThat(providers.findEnabled(UNKNOWN)).isEmpty();
    }

    /** PostgreSQL would refuse it, were it asked. */
    private static ProviderId odd() {
        return new ProviderId("prv_\u0000");
    }

    private Provider create(boolean enabled, @Nullable ClientSecret secret) {
        var slug = "t-" + UUID.randomUUID().toString().replace("-", "");
        var addresses =
                new Addresses("https://p.example/in", "https://p.example", null, null, null);
        var entry =
                new ProviderEntry(
                        slug,
                        "Acme",
                        "",
                        "",
                        enabled,
                        0,
                        ExchangeStyle.TOKEN,
                        addresses,
                        null,
                        null,
                        10);
        return catalogue.create(administrator(), entry, secret).provider();
    }

    private static Caller administrator() {
        return new Caller(
                UserId.next(),
                Role.ADMIN,
                TokenType.SESSION_TOKEN,
                "ses_1",
                Set.of(),
                false,
                false);
    }
}

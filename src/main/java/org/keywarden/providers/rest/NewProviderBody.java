package org.keywarden.providers.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.text.Text;
import org.keywarden.platform.text.Texts;
import org.keywarden.providers.Addresses;
import org.keywarden.providers.ClientSecret;
import org.keywarden.providers.Endpoints;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.ProviderEntry;

/**
 * What a new provider shall be.
 *
 * @param slug 2–40 of {@code [a-z0-9-]}
 * @param displayName 1–100 characters
 * @param description at most 500 characters; absent or {@code null} for none
 * @param icon at most 255 characters; absent or {@code null} for none
 * @param enabled absent or {@code null} for true
 * @param sortOrder absent or {@code null} for 0
 * @param exchange how it gives a key
 * @param authUrl absent or {@code null} for the default of a shipped provider that was deleted
 * @param apiBase likewise
 * @param issuer absent or {@code null} for none
 * @param tokenUrl absent or {@code null} for none
 * @param clientId required for an authorization code
 * @param clientSecret absent or {@code null} for none
 * @param scope absent or {@code null} for the provider's default
 * @param revocationUrl absent or {@code null} for none
 * @param timeoutSeconds how long it may take to answer: 1–10, absent or {@code null} for 10
 */
public record NewProviderBody(
        @NotNull(message = "is required") String slug,
        @NotNull(message = "is required") @Text(min = 1, max = 100) String displayName,
        @Nullable @Text(max = 500) String description,
        @Nullable @Text(max = 255) String icon,
        @Nullable Boolean enabled,
        @Nullable Integer sortOrder,
        @NotNull(message = "is required") ExchangeStyle exchange,
        @Nullable @Text(max = 2048) String authUrl,
        @Nullable @Text(max = 2048) String apiBase,
        @Nullable @Text(max = 2048) String issuer,
        @Nullable @Text(max = 2048) String tokenUrl,
        @Nullable @Text(max = 255) String clientId,
        @Nullable @Text(min = 1, max = 512) String clientSecret,
        @Nullable @Text(max = 1000) String scope,
        @Nullable @Text(max = 2048) String revocationUrl,
        @Nullable
                @Min(value = 1, message = "must be at least 1")
                @Max(value = Endpoints.MAX_TIMEOUT_SECONDS, message = "must be at most 10")
                Integer timeoutSeconds) {

    /** The wish as the module understands it, without the client secret. */
    ProviderEntry toEntry() {
        return new ProviderEntry(
                slug.strip(),
                displayName.strip(),
                orEmpty(description),
                orEmpty(icon),
                enabled == null || enabled,
                sortOrder == null ? 0 : sortOrder,
                exchange,
                addresses(),
                Texts.trimmedOrNull(clientId),
                Texts.trimmedOrNull(scope),
                timeoutSeconds == null ? Endpoints.MAX_TIMEOUT_SECONDS : timeoutSeconds);
    }

    @Nullable ClientSecret toSecret() {
        return clientSecret == null ? null : new ClientSecret(clientSecret.strip());
    }

    private Addresses addresses() {
        return new Addresses(
                Texts.trimmedOrNull(authUrl),
                Texts.trimmedOrNull(apiBase),
                Texts.trimmedOrNull(issuer),
                Texts.trimmedOrNull(tokenUrl),
                Texts.trimmedOrNull(revocationUrl));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Never the client secret. */
    @Override
    public String toString() {
        return "NewProviderBody[" + slug + "]";
    }
}

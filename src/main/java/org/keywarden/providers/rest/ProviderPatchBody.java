package org.keywarden.providers.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.text.Text;
import org.keywarden.platform.text.Texts;
import org.keywarden.providers.ClientSecret;
import org.keywarden.providers.Endpoints;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.ProviderPatch;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * What to change of a provider: at least one field. {@code null} clears what a provider can be without,
 * and brings back the default addresses of a shipped one.
 */
public class ProviderPatchBody {

    JsonNullable<@NotNull(message = "must not be null") String> slug = JsonNullable.undefined();

    JsonNullable<@NotNull(message = "must not be null") @Text(min = 1, max = 100) String>
            displayName = JsonNullable.undefined();

    JsonNullable<@Text(max = 500) String> description = JsonNullable.undefined();

    JsonNullable<@Text(max = 255) String> icon = JsonNullable.undefined();

    JsonNullable<@NotNull(message = "must not be null") Boolean> enabled = JsonNullable.undefined();

    JsonNullable<@NotNull(message = "must not be null") Integer> sortOrder =
            JsonNullable.undefined();

    JsonNullable<@NotNull(message = "must not be null") ExchangeStyle> exchange =
            JsonNullable.undefined();

    JsonNullable<@Text(max = 2048) String> authUrl = JsonNullable.undefined();

    JsonNullable<@Text(max = 2048) String> apiBase = JsonNullable.undefined();

    JsonNullable<@Text(max = 2048) String> issuer = JsonNullable.undefined();

    JsonNullable<@Text(max = 2048) String> tokenUrl = JsonNullable.undefined();

    JsonNullable<@Text(max = 255) String> clientId = JsonNullable.undefined();

    JsonNullable<@Text(min = 1, max = 512) String> clientSecret = JsonNullable.undefined();

    JsonNullable<@Text(max = 1000) String> scope = JsonNullable.undefined();

    JsonNullable<@Text(max = 2048) String> revocationUrl = JsonNullable.undefined();

    JsonNullable<
                    @NotNull(message = "must not be null")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = Endpoints.MAX_TIMEOUT_SECONDS, message = "must be at most 10")
                    Integer>
            timeoutSeconds = JsonNullable.undefined();

    // Setters, since they are called for a field that is there, be it null.

    @JsonProperty
    void setSlug(@Nullable String given) {
        slug = JsonNullable.of(given);
    }

    @JsonProperty
    void setDisplayName(@Nullable String given) {
        displayName = JsonNullable.of(given);
    }

    @JsonProperty
    void setDescription(@Nullable String given) {
        description = JsonNullable.of(given);
    }

    @JsonProperty
    void setIcon(@Nullable String given) {
        icon = JsonNullable.of(given);
    }

    @JsonProperty
    void setEnabled(@Nullable Boolean given) {
        enabled = JsonNullable.of(given);
    }

    @JsonProperty
    void setSortOrder(@Nullable Integer given) {
        sortOrder = JsonNullable.of(given);
    }

    @JsonProperty
    void setExchange(@Nullable ExchangeStyle given) {
        exchange = JsonNullable.of(given);
    }

    @JsonProperty
    void setAuthUrl(@Nullable String given) {
        authUrl = JsonNullable.of(given);
    }

    @JsonProperty
    void setApiBase(@Nullable String given) {
        apiBase = JsonNullable.of(given);
    }

    @JsonProperty
    void setIssuer(@Nullable String given) {
        issuer = JsonNullable.of(given);
    }

    @JsonProperty
    void setTokenUrl(@Nullable String given) {
        tokenUrl = JsonNullable.of(given);
    }

    @JsonProperty
    void setClientId(@Nullable String given) {
        clientId = JsonNullable.of(given);
    }

    @JsonProperty
    void setClientSecret(@Nullable String given) {
        clientSecret = JsonNullable.of(given);
    }

    @JsonProperty
    void setScope(@Nullable String given) {
        scope = JsonNullable.of(given);
    }

    @JsonProperty
    void setRevocationUrl(@Nullable String given) {
        revocationUrl = JsonNullable.of(given);
    }

    @JsonProperty
    void setTimeoutSeconds(@Nullable Integer given) {
        timeoutSeconds = JsonNullable.of(given);
    }

    /**
     * The wish as the module understands it.
     *
     * @throws ValidationException if it names nothing to change
     */
    ProviderPatch toPatch() {
        if (Stream.of(
                        slug,
                        displayName,
                        description,
                        icon,
                        enabled,
                        sortOrder,
                        exchange,
                        authUrl,
                        apiBase,
                        issuer,
                        tokenUrl,
                        clientId,
                        clientSecret,
                        scope,
                        revocationUrl,
                        timeoutSeconds)
                .noneMatch(JsonNullable::isPresent)) {
            throw new ValidationException("", "REQUIRED", "name at least one field to change");
        }
        return new ProviderPatch(
                orEmpty(slug),
                orEmpty(displayName),
                orEmpty(description),
                orEmpty(icon),
                enabled,
                sortOrder,
                exchange,
                trimmed(authUrl),
                trimmed(apiBase),
                trimmed(issuer),
                trimmed(tokenUrl),
                trimmed(clientId),
                secret(clientSecret),
                trimmed(scope),
                trimmed(revocationUrl),
                timeoutSeconds);
    }

    private static JsonNullable<String> trimmed(JsonNullable<String> text) {
        return text.isPresent() ? JsonNullable.of(Texts.trimmedOrNull(text.get())) : text;
    }

    /** What is cleared is empty. */
    private static JsonNullable<String> orEmpty(JsonNullable<String> text) {
        return text.isPresent()
                ? JsonNullable.of(text.get() == null ? "" : text.get().strip())
                : text;
    }

    private static JsonNullable<ClientSecret> secret(JsonNullable<String> text) {
        if (!text.isPresent()) {
            return JsonNullable.undefined();
        }
        var given = text.get();
        return JsonNullable.of(given == null ? null : new ClientSecret(given.strip()));
    }
}

package org.keywarden.keys.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.access.ScopeList;
import org.keywarden.keys.NewKey;
import org.keywarden.keys.secret.ForeignSecret;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.text.Text;
import org.keywarden.platform.text.Texts;
import org.keywarden.projects.ProjectName;

/**
 * What a new key shall be.
 *
 * @param label at most 64 characters
 * @param description at most 255 characters
 * @param projectId one of the caller's projects; wins over the name
 * @param projectName found or created
 * @param scopes 1–4 distinct ones
 * @param expiresInDays 1–3650; absent or {@code null} for never
 * @param modelId a model of the catalogue
 * @param gatewayId an offer of that model
 * @param billingProviderId absent for a key of our own; with it exactly one of the following, blank
 *     counting as absent
 * @param loginSessionId the hand-off that has the key
 * @param rawApiKey the key, as a hand-off showed it
 */
public record NewKeyBody(
        @Nullable @Text(max = 64) String label,
        @Nullable @Text(max = 255) String description,
        @Nullable String projectId,
        @Nullable @Text(max = ProjectName.MAX_LENGTH) String projectName,
        @NotNull(message = "is required") @Size(min = 1, max = 4, message = "must be 1 to 4 scopes")
                List<@NotNull(message = "must not be null") Scope> scopes,
        @Nullable
                @Min(value = 1, message = "must be at least 1")
                @Max(value = 3650, message = "must be at most 3650")
                Integer expiresInDays,
        @Nullable String modelId,
        @Nullable String gatewayId,
        @Nullable String billingProviderId,
        @Nullable String rawApiKey,
        @Nullable String loginSessionId) {

    /**
     * The wish as the module understands it.
     *
     * @throws ValidationException if fields contradict each other, or the key cannot be one
     */
    NewKey toWish() {
        requireConsistency();
        var name = Texts.trimmedOrNull(projectName);
        return new NewKey(
                Texts.trimmedOrNull(label),
                Texts.trimmedOrNull(description),
                Texts.trimmedOrNull(projectId),
                name == null ? null : new ProjectName(name),
                ScopeList.distinct(scopes),
                expiresInDays,
                source(),
                Texts.trimmedOrNull(modelId));
    }

    private NewKey.@Nullable Source source() {
        var provider = Texts.trimmedOrNull(billingProviderId);
        if (provider == null) {
            return null;
        }
        var session = Texts.trimmedOrNull(loginSessionId);
        return session == null
                ? NewKey.Source.shown(provider, plausible(rawApiKey))
                : NewKey.Source.handOff(provider, session);
    }

    private static String plausible(@Nullable String key) {
        var text = key == null ? "" : key.strip();
        if (!ForeignSecret.isPlausible(text)) {
            throw new ValidationException(
                    "rawApiKey", "INVALID_TEXT", "must have 8 to 512 printable ASCII characters");
        }
        return text;
    }

    private void requireConsistency() {
        var raw = Texts.trimmedOrNull(rawApiKey);
        var session = Texts.trimmedOrNull(loginSessionId);
        var sources = (raw == null ? 0 : 1) + (session == null ? 0 : 1);
        var isNative = Texts.trimmedOrNull(billingProviderId) == null;
        if (isNative && sources > 0) {
            throw contradiction(
                    "billingProviderId", "is required with rawApiKey or loginSessionId");
        }
        if (!isNative && sources != 1) {
            throw contradiction("loginSessionId", "exactly one of loginSessionId and rawApiKey");
        }
        if (Texts.trimmedOrNull(gatewayId) != null && Texts.trimmedOrNull(modelId) == null) {
            throw contradiction("modelId", "is required with gatewayId");
        }
    }

    private static ValidationException contradiction(String field, String message) {
        return new ValidationException(field, "INVALID_COMBINATION", message);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "NewKeyBody";
    }
}

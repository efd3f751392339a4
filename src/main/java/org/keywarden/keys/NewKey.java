package org.keywarden.keys;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.projects.ProjectName;

/**
 * The wish for a key.
 *
 * @param label or {@code null}; at most 64 code points
 * @param description or {@code null}; at most 255 code points
 * @param projectId the caller's project, or {@code null} to go by name
 * @param projectName found or created, or {@code null} for the default project
 * @param scopes 1–4
 * @param expiresInDays 1–3650, or {@code null} for never
 * @param billingProviderId who issues it, or {@code null} for a key of our own
 * @param modelId what it is for, or {@code null} for anything
 */
public record NewKey(
        @Nullable String label,
        @Nullable String description,
        @Nullable String projectId,
        @Nullable ProjectName projectName,
        Set<Scope> scopes,
        @Nullable Integer expiresInDays,
        @Nullable String billingProviderId,
        @Nullable String modelId) {

    public NewKey {
        scopes = Set.copyOf(scopes);
    }
}

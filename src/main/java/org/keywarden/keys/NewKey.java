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
 * @param source where it comes from, or {@code null} for a key of our own
 * @param modelId what it is for, or {@code null} for anything
 */
public record NewKey(
        @Nullable String label,
        @Nullable String description,
        @Nullable String projectId,
        @Nullable ProjectName projectName,
        Set<Scope> scopes,
        @Nullable Integer expiresInDays,
        @Nullable Source source,
        @Nullable String modelId) {

    public NewKey {
        scopes = Set.copyOf(scopes);
    }

    /**
     * A key that is not ours: what a hand-off has, or what one has shown to its owner. Exactly one of these
     * is there.
     *
     * @param providerId who issues it; may not exist
     * @param loginSessionId the hand-off; may not exist
     * @param raw the key; 8–512 printable ASCII characters
     */
    public record Source(String providerId, @Nullable String loginSessionId, @Nullable String raw) {

        public static Source handOff(String providerId, String loginSessionId) {
            return new Source(providerId, loginSessionId, null);
        }

        public static Source shown(String providerId, String raw) {
            return new Source(providerId, null, raw);
        }

        /** Never the key, nor what opens it. */
        @Override
        public String toString() {
            return "Source[" + providerId + "]";
        }
    }
}

package org.keywarden.imports;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.keys.secret.ImportedSecret;
import org.keywarden.projects.ProjectName;

/**
 * A key of another system that shall go on working here.
 *
 * @param index its place in the import, from 0
 * @param owner whose key it will be; may not exist
 * @param label or {@code null}; at most 64 code points
 * @param projectName found or created, or {@code null} for the owner's default project
 * @param scopes what it may do; empty for nothing
 * @param legacyFullAccess whether it passes every scope check
 * @param expiresAt when it stops working, be it in the past, or {@code null} for never
 * @param keyPrefix what is shown of it; at most 64 printable ASCII characters
 * @param secret the key or its digest
 */
public record ImportedKey(
        int index,
        UserId owner,
        @Nullable String label,
        @Nullable ProjectName projectName,
        Set<Scope> scopes,
        boolean legacyFullAccess,
        @Nullable Instant expiresAt,
        String keyPrefix,
        ImportedSecret secret) {

    public ImportedKey {
        scopes = Set.copyOf(scopes);
    }
}

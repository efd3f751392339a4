package org.keywarden.keys;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of a user to list.
 *
 * @param projectId only that project's, or {@code null} for all
 * @param billingProviderId only that provider's, or {@code null} for all
 * @param statuses only these; empty for all
 * @param text part of label or prefix, in any case, or {@code null} for all
 */
public record KeyFilter(
        @Nullable String projectId,
        @Nullable String billingProviderId,
        Set<KeyStatus> statuses,
        @Nullable String text) {

    public KeyFilter {
        statuses = Set.copyOf(statuses);
    }
}

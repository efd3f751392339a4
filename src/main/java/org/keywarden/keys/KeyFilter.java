package org.keywarden.keys;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of a user to list.
 *
 * @param projectId only that project's, or {@code null} for all
 * @param billingProviderId only that provider's, or {@code null} for all
 * @param ownOnly only those that no provider issued, but we
 * @param statuses only these; empty for all
 * @param text part of label or prefix, in any case, or {@code null} for all
 */
public record KeyFilter(
        @Nullable String projectId,
        @Nullable String billingProviderId,
        boolean ownOnly,
        Set<KeyStatus> statuses,
        @Nullable String text) {

    /** What a key has that may work again. */
    public static final Set<KeyStatus> NOT_REVOKED =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(KeyStatus.REVOKED)));

    public KeyFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Whoever issued them, unless it names a provider. */
    public KeyFilter(
            @Nullable String projectId,
            @Nullable String billingProviderId,
            Set<KeyStatus> statuses,
            @Nullable String text) {
        this(projectId, billingProviderId, false, statuses, text);
    }

    /** The same, of the keys that we issued. */
    public KeyFilter ofOurOwn() {
        return new KeyFilter(projectId, billingProviderId, true, statuses, text);
    }

    /** Whether it leaves out the revoked keys, and only those, by their status. */
    boolean hidesRevoked() {
        return statuses.equals(NOT_REVOKED);
    }

    /** The same whatever the status. */
    KeyFilter ofAnyStatus() {
        return new KeyFilter(projectId, billingProviderId, ownOnly, Set.of(), text);
    }
}

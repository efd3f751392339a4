package org.keywarden.usage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.access.ScopeUsed;
import org.keywarden.access.UserId;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.KeyUse;
import org.keywarden.verification.KeyUsed;

/**
 * The uses of one key in one hour.
 *
 * @param key which key
 * @param owner whose it is
 * @param hour the hour's begin, UTC
 * @param counts the uses by their outcomes
 * @param asked the scopes that granted uses asked for
 * @param lastGrantedAt the last of the granted ones, or {@code null} if there was none
 */
record Tally(
        KeyId key,
        UserId owner,
        Instant hour,
        Counts counts,
        Set<Scope> asked,
        @Nullable Instant lastGrantedAt) {

    Tally {
        asked = Set.copyOf(asked);
    }

    static Tally of(KeyUsed use) {
        return new Tally(
                use.key(),
                use.owner(),
                hour(use.at()),
                Counts.one(use.code()),
                use.isGranted() && use.asked() != null ? Set.of(use.asked()) : Set.of(),
                use.isGranted() ? use.at() : null);
    }

    /** Counts nothing: that the key was used is told for itself. */
    static Tally of(ScopeUsed use) {
        var caller = use.caller();
        return new Tally(
                new KeyId(caller.credentialId()),
                caller.user(),
                hour(use.at()),
                Counts.NONE,
                Set.of(use.scope()),
                use.at());
    }

    Tally plus(Tally other) {
        var last = lastGrantedAt;
        if (last == null || (other.lastGrantedAt != null && other.lastGrantedAt.isAfter(last))) {
            last = other.lastGrantedAt;
        }
        return new Tally(
                key, owner, hour, counts.plus(other.counts), union(asked, other.asked), last);
    }

    /** The granted uses, if there was any. */
    @Nullable KeyUse use() {
        return lastGrantedAt == null ? null : new KeyUse(key, lastGrantedAt, asked);
    }

    static Set<Scope> union(Set<Scope> some, Set<Scope> others) {
        var all = EnumSet.noneOf(Scope.class);
        all.addAll(some);
        all.addAll(others);
        return all;
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}

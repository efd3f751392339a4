package org.keywarden.keys;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;

/**
 * What the database is to look for: the keys of an owner that pass a filter.
 *
 * @param containing the ids of the keys with the text of the filter, or {@code null} if the database is
 *     to look for it
 */
record KeyConditions(
        CriteriaBuilder builder,
        UserId owner,
        KeyFilter filter,
        Instant now,
        @Nullable List<String> containing) {

    private static final char ESCAPE = '!';

    /** The same keys whatever their status. */
    KeyConditions ofAnyStatus() {
        return new KeyConditions(builder, owner, filter.ofAnyStatus(), now, containing);
    }

    /** Every key with the text, whatever else the filter says. */
    KeyConditions ofTextOnly() {
        var text = new KeyFilter(null, null, Set.of(), filter.text());
        return new KeyConditions(builder, owner, text, now, containing);
    }

    /** The same keys, when it is known which ones have the text. */
    KeyConditions knowing(List<String> containing) {
        return new KeyConditions(builder, owner, filter, now, containing);
    }

    Predicate[] on(Root<ApiKey> key, Predicate... more) {
        var conditions = new ArrayList<>(Arrays.asList(more));
        conditions.add(builder.equal(key.get("ownerId"), owner.value()));
        if (filter.projectId() != null) {
            conditions.add(builder.equal(key.get("projectId"), filter.projectId()));
        }
        if (filter.billingProviderId() != null) {
            var provider = key.get("provenance").get("providerId");
            conditions.add(builder.equal(provider, filter.billingProviderId()));
        }
        if (filter.ownOnly()) {
            conditions.add(key.get("provenance").get("providerId").isNull());
        }
        if (!filter.statuses().isEmpty()) {
            conditions.add(status(key));
        }
        if (containing != null) {
            conditions.add(
                    containing.isEmpty() ? builder.disjunction() : key.get("id").in(containing));
        } else if (filter.text() != null) {
            conditions.add(contains(key, filter.text()));
        }
        return conditions.toArray(Predicate[]::new);
    }

    private Predicate status(Root<ApiKey> key) {
        return filter.hidesRevoked()
                ? key.get("revokedAt").isNull()
                : builder.or(
                        filter.statuses().stream()
                                .map(status -> has(key, status))
                                .toArray(Predicate[]::new));
    }

    /** The same as {@link KeyStatus#of}, for the database. */
    private Predicate has(Root<ApiKey> key, KeyStatus status) {
        var revoked = key.get("revokedAt").isNotNull();
        var disabled = key.get("disabledAt").isNotNull();
        var expired = builder.lessThanOrEqualTo(key.get("expiresAt"), now);
        var current = builder.or(key.get("expiresAt").isNull(), builder.not(expired));
        return switch (status) {
            case REVOKED -> revoked;
            case DISABLED -> builder.and(builder.not(revoked), disabled);
            case EXPIRED -> builder.and(builder.not(revoked), builder.not(disabled), expired);
            case ACTIVE -> builder.and(builder.not(revoked), builder.not(disabled), current);
        };
    }

    private Predicate contains(Root<ApiKey> key, String text) {
        var pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", ESCAPE + "$0") + "%";
        return builder.like(key.get("searchText"), pattern, ESCAPE);
    }
}

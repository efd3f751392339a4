package org.keywarden.keys;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import org.keywarden.access.UserId;

/** What the database is to look for: the keys of an owner that pass a filter. */
record KeyConditions(CriteriaBuilder builder, UserId owner, KeyFilter filter, Instant now) {

    private static final char ESCAPE = '!';

    /** The same keys whatever their status. */
    KeyConditions ofAnyStatus() {
        return new KeyConditions(builder, owner, filter.ofAnyStatus(), now);
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
        if (filter.text() != null) {
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
        return builder.or(
                builder.like(builder.lower(key.get("label")), pattern, ESCAPE),
                builder.like(builder.lower(key.get("keyPrefix")), pattern, ESCAPE));
    }
}

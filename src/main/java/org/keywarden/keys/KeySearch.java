package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.keywarden.access.UserId;
import org.keywarden.platform.paging.Page;
import org.keywarden.platform.paging.PageBounds;

/** Finds the keys of a user by a filter, a page at a time, the newest first. */
@ApplicationScoped
class KeySearch {

    private static final char ESCAPE = '!';

    @PersistenceContext EntityManager entities;

    Page<ApiKey> search(UserId owner, KeyFilter filter, PageBounds bounds, Instant now) {
        var builder = entities.getCriteriaBuilder();
        var counting = builder.createQuery(Long.class);
        var counted = counting.from(ApiKey.class);
        counting.select(builder.count(counted)).where(where(builder, counted, owner, filter, now));
        long total = entities.createQuery(counting).getSingleResult();
        if (bounds.offset() >= total) {
            return new Page<>(List.of(), bounds, total);
        }
        var reading = builder.createQuery(ApiKey.class);
        var read = reading.from(ApiKey.class);
        reading.select(read)
                .where(where(builder, read, owner, filter, now))
                .orderBy(builder.desc(read.get("id"))); // ids are time-ordered
        var rows =
                entities.createQuery(reading)
                        .setFirstResult((int) bounds.offset())
                        .setMaxResults(bounds.size())
                        .getResultList();
        return new Page<>(rows, bounds, total);
    }

    private static Predicate[] where(
            CriteriaBuilder builder,
            Root<ApiKey> key,
            UserId owner,
            KeyFilter filter,
            Instant now) {
        var conditions = new ArrayList<Predicate>();
        conditions.add(builder.equal(key.get("ownerId"), owner.value()));
        if (filter.projectId() != null) {
            conditions.add(builder.equal(key.get("projectId"), filter.projectId()));
        }
        if (filter.billingProviderId() != null) {
            var provider = key.get("provenance").get("providerId");
            conditions.add(builder.equal(provider, filter.billingProviderId()));
        }
        if (!filter.statuses().isEmpty()) {
            conditions.add(
                    builder.or(
                            filter.statuses().stream()
                                    .map(status -> has(builder, key, status, now))
                                    .toArray(Predicate[]::new)));
        }
        if (filter.text() != null) {
            conditions.add(contains(builder, key, filter.text()));
        }
        return conditions.toArray(Predicate[]::new);
    }

    /** The same as {@link KeyStatus#of}, for the database. */
    private static Predicate has(
            CriteriaBuilder builder, Root<ApiKey> key, KeyStatus status, Instant now) {
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

    private static Predicate contains(CriteriaBuilder builder, Root<ApiKey> key, String text) {
        var pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", ESCAPE + "$0") + "%";
        return builder.or(
                builder.like(builder.lower(key.get("label")), pattern, ESCAPE),
                builder.like(builder.lower(key.get("keyPrefix")), pattern, ESCAPE));
    }
}

package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;
import org.keywarden.platform.paging.Page;
import org.keywarden.platform.paging.PageBounds;
import org.keywarden.platform.paging.Stretch;
import org.keywarden.projects.ProjectId;
import org.keywarden.providers.ProviderId;

/**
 * Finds the keys of a user by a filter, a page at a time, and who issued some. With a project that comes
 * first the list is two lists, one behind the other: each is read by an index, which an order by project
 * could not be.
 */
@ApplicationScoped
class KeySearch {

    /** As many keys as a statement may name. */
    private static final int FEW = 100;

    @PersistenceContext EntityManager entities;

    /**
     * A page of keys.
     *
     * @param revoked how many keys of whatever page are revoked, listed or hidden by their status
     */
    record Found(Page<ApiKey> page, long revoked) {}

    /** How many keys there are in the project that comes first, and in all others. */
    private record Counts(long first, long others, long revoked) {}

    /** Whose keys a query is about, as a condition. */
    private interface Part {
        Predicate of(CriteriaBuilder builder, Root<ApiKey> key);
    }

    /** The newest first. */
    Page<ApiKey> search(UserId owner, KeyFilter filter, PageBounds bounds, Instant now) {
        return search(owner, filter, bounds, now, null).page();
    }

    /**
     * The newest first, but those of one project before all others.
     *
     * @param first that project, or {@code null} if none comes first
     */
    Found search(
            UserId owner,
            KeyFilter filter,
            PageBounds bounds,
            Instant now,
            @Nullable ProjectId first) {
        var conditions =
                narrowed(
                        new KeyConditions(entities.getCriteriaBuilder(), owner, filter, now, null));
        var counts = count(conditions, first);
        var page = Stretch.of(bounds);
        var rows = new ArrayList<ApiKey>();
        if (first != null) {
            rows.addAll(
                    read(conditions, in(first), page.within(0, counts.first()), counts.first()));
        }
        var others = page.within(counts.first(), counts.others());
        rows.addAll(read(conditions, notIn(first), others, counts.others()));
        var total = counts.first() + counts.others();
        return new Found(new Page<>(rows, bounds, total), counts.revoked());
    }

    /** The providers that issued keys of a user, be they revoked. */
    List<ProviderId> issuersOf(UserId owner) {
        return entities.createQuery(
                        """
                        select distinct k.provenance.providerId from ApiKey k
                        where k.ownerId = :owner and k.provenance.providerId is not null
                        """,
                        String.class)
                .setParameter("owner", owner.value())
                .getResultStream()
                .map(ProviderId::new)
                .toList();
    }

    /**
     * A text that few keys have is looked for once, by an index with all the texts; what is asked then
     * is about those keys. A text that many have is soon found whenever somebody looks for it.
     */
    private KeyConditions narrowed(KeyConditions conditions) {
        if (conditions.filter().text() == null) {
            return conditions;
        }
        var query = conditions.builder().createQuery(String.class);
        var key = query.from(ApiKey.class);
        query.select(key.get("id")).where(conditions.ofTextOnly().on(key));
        var found = entities.createQuery(query).setMaxResults(FEW + 1).getResultList();
        return found.size() > FEW ? conditions : conditions.knowing(found);
    }

    /**
     * In one statement, which an index answers alone: it counts owners, as that index knows no ids, and by
     * conditions, since groups by project would have to be sorted.
     */
    private Counts count(KeyConditions conditions, @Nullable ProjectId first) {
        var hiding = conditions.filter().hidesRevoked();
        var wanted = hiding ? conditions.ofAnyStatus() : conditions;
        var builder = conditions.builder();
        var query = builder.createQuery(Object[].class);
        var key = query.from(ApiKey.class);
        var inFirst = first == null ? builder.disjunction() : in(first).of(builder, key);
        query.multiselect(
                        builder.count(key.get("ownerId")),
                        builder.count(key.get("revokedAt")),
                        builder.count(only(inFirst, key.get("ownerId"), builder)),
                        builder.count(only(inFirst, key.get("revokedAt"), builder)))
                .where(wanted.on(key));
        var row = entities.createQuery(query).getSingleResult();
        long all = (Long) row[0] - (hiding ? (Long) row[1] : 0);
        long ofFirst = (Long) row[2] - (hiding ? (Long) row[3] : 0);
        return new Counts(ofFirst, all - ofFirst, (Long) row[1]);
    }

    private static Expression<Object> only(
            Predicate condition, Expression<?> value, CriteriaBuilder builder) {
        return builder.selectCase()
                .when(condition, value)
                .otherwise(builder.nullLiteral(Object.class));
    }

    /** From the nearer end: the last pages cost no more than the first. */
    private List<ApiKey> read(KeyConditions conditions, Part part, Stretch rows, long total) {
        if (rows.isEmpty()) {
            return List.of();
        }
        if (!rows.isNearEnd(total)) {
            return read(conditions, part, rows, true);
        }
        var found = new ArrayList<>(read(conditions, part, rows.fromEnd(total), false));
        Collections.reverse(found);
        return found;
    }

    private List<ApiKey> read(
            KeyConditions conditions, Part part, Stretch rows, boolean newestFirst) {
        var builder = conditions.builder();
        var query = builder.createQuery(ApiKey.class);
        var key = query.from(ApiKey.class);
        var id = key.get("id"); // ids are time-ordered
        query.select(key)
                .where(conditions.on(key, part.of(builder, key)))
                .orderBy(newestFirst ? builder.desc(id) : builder.asc(id));
        return entities.createQuery(query)
                .setFirstResult((int) rows.offset())
                .setMaxResults((int) rows.size())
                .getResultList();
    }

    private static Part in(ProjectId project) {
        return (builder, key) -> builder.equal(key.get("projectId"), project.value());
    }

    private static Part notIn(@Nullable ProjectId project) {
        return project == null
                ? (builder, key) -> builder.conjunction()
                : (builder, key) ->
                        builder.or(
                                key.get("projectId").isNull(),
                                builder.notEqual(key.get("projectId"), project.value()));
    }
}

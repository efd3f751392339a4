package org.keywarden.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import org.keywarden.keys.KeyDirectory;
import org.keywarden.keys.KeyId;
import org.keywarden.platform.database.Retried;

/** Keeps how often keys were used, by key and hour. */
@ApplicationScoped
class UsageRepository {

    /** Other nodes add to the same rows; all go through them in the same order. */
    private static final Comparator<Tally> BY_KEY_AND_HOUR =
            Comparator.comparing((Tally tally) -> tally.key().value()).thenComparing(Tally::hour);

    @PersistenceContext EntityManager entities;
    @Inject KeyDirectory keys;

    /** Adds all of them, or none. */
    @Retried
    @Transactional
    public void add(Collection<Tally> tallies) {
        var uses = new HashMap<KeyId, Instant>();
        for (var tally : tallies.stream().sorted(BY_KEY_AND_HOUR).toList()) {
            if (count(tally, UPDATE) == 0) {
                count(tally, INSERT); // lost to another node: the whole batch is tried again
            }
            if (tally.lastGrantedAt() != null) {
                uses.merge(tally.key(), tally.lastGrantedAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        keys.recordUses(uses);
    }

    private static final String UPDATE =
            """
            update key_usage set requests = requests + ?3, denied = denied + ?4
            where key_id = ?1 and hour_start = ?2
            """;

    private static final String INSERT =
            "insert into key_usage (key_id, hour_start, requests, denied) values (?1, ?2, ?3, ?4)";

    private int count(Tally tally, String statement) {
        return entities.createNativeQuery(statement)
                .setParameter(1, tally.key().value())
                .setParameter(2, Timestamp.from(tally.hour()))
                .setParameter(3, tally.granted() + tally.denied())
                .setParameter(4, tally.denied())
                .executeUpdate();
    }
}

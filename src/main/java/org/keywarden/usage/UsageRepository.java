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
import java.util.List;
import java.util.TreeMap;
import org.keywarden.keys.KeyDirectory;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.KeyUse;
import org.keywarden.platform.database.Retried;

/** Keeps how often keys were used, by key and hour, and by owner and hour. */
@ApplicationScoped
class UsageRepository {

    @PersistenceContext EntityManager entities;
    @Inject KeyDirectory keys;

    /** A row of a table. Other nodes add to the same ones; all go through them in the same order. */
    private record Slot(String id, Instant hour) implements Comparable<Slot> {

        private static final Comparator<Slot> ORDER =
                Comparator.comparing(Slot::id).thenComparing(Slot::hour);

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    /** Adds all of them, or none. Owners come last, since there all nodes meet. */
    @Retried
    @Transactional
    public void add(Collection<Tally> tallies) {
        var byKey = new TreeMap<Slot, Counts>();
        var byOwner = new TreeMap<Slot, Counts>();
        for (var tally : tallies) {
            var counts = tally.counts();
            byKey.merge(new Slot(tally.key().value(), tally.hour()), counts, Counts::plus);
            byOwner.merge(new Slot(tally.owner().value(), tally.hour()), counts, Counts::plus);
        }
        byKey.forEach((slot, counts) -> add(Ledger.KEYS, slot, counts));
        keys.recordUses(uses(tallies));
        byOwner.forEach((slot, counts) -> add(Ledger.OWNERS, slot, counts));
    }

    private static Collection<KeyUse> uses(Collection<Tally> tallies) {
        var uses = new HashMap<KeyId, KeyUse>();
        for (var tally : tallies) {
            var use = tally.use();
            if (use != null) {
                uses.merge(use.key(), use, KeyUse::plus);
            }
        }
        return List.copyOf(uses.values());
    }

    private void add(Ledger ledger, Slot slot, Counts counts) {
        if (counts.total() > 0 && count(ledger.update(), slot, counts) == 0) {
            count(ledger.insert(), slot, counts); // lost to another node: the whole batch again
        }
    }

    private int count(String statement, Slot slot, Counts counts) {
        var query =
                entities.createNativeQuery(statement)
                        .setParameter(1, slot.id())
                        .setParameter(2, Timestamp.from(slot.hour()))
                        .setParameter(3, counts.total())
                        .setParameter(4, counts.denied());
        for (int i = 0; i < Counts.DENIALS.size(); i++) {
            query.setParameter(i + 5, counts.of(Counts.DENIALS.get(i)));
        }
        return query.executeUpdate();
    }
}

package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keywarden.access.Caller;
import org.keywarden.keys.secret.KeyDigests;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.Changes;
import org.keywarden.platform.event.DomainEvent;

/** Revokes keys that were found where they must not be, whoever owns them. */
@ApplicationScoped
@Retried
@Transactional
public class LeakedKeys {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject KeyRepository repository;
    @Inject KeyIndex index;
    @Inject KeyDigests digests;
    @Inject Event<DomainEvent> events;
    @Inject Event<ProviderKeyRevoked> revocations;
    @Inject Clock clock;

    /**
     * What became of texts that were reported.
     *
     * @param keys the keys that they are, each with its text; one text may be several, if it was imported in
     *     several forms
     * @param texts how many of the texts are keys
     * @param unknown how many are not
     */
    public record Found(Map<KeyId, String> keys, int texts, int unknown) {

        public Found {
            keys = Map.copyOf(keys);
        }

        /** Never the texts. */
        @Override
        public String toString() {
            return "Found" + keys.keySet();
        }
    }

    /** Finds the keys among texts of any content. Outside of a transaction: it may compute for long. */
    @Transactional(TxType.NOT_SUPPORTED)
    public Found find(Set<String> texts) {
        var candidates = new HashMap<String, List<String>>();
        texts.forEach(text -> candidates.put(text, everyForm(text)));
        var found = found(candidates);
        var keys = new HashMap<KeyId, String>();
        found.forEach((text, ids) -> ids.forEach(id -> keys.put(id, text)));
        return new Found(keys, found.size(), texts.size() - found.size());
    }

    /**
     * Revokes what was found; what was revoked before keeps the time of that. Providers hear of it all the
     * same: only now that the key itself is there can some of them revoke it.
     */
    public void revoke(Caller caller, Found found) {
        if (found.keys().isEmpty()) {
            return;
        }
        var now = clock.instant();
        for (var key : repository.findToChange(found.keys().keySet())) {
            if (key.revoke(now)) {
                var changes =
                        new Changes().note("revokedAt", null, now).note("reason", null, "leaked");
                events.fire(KeyChanged.by(caller.user(), "key.revoked", key, changes.asMap()));
            }
            key.revocation(caller.user(), found.keys().get(key.id())).ifPresent(revocations::fire);
        }
    }

    private List<String> everyForm(String text) {
        return Stream.concat(digests.of(text).stream(), digests.costly(text, PATIENCE).stream())
                .toList();
    }

    /** The texts that are keys, with these keys. */
    private Map<String, List<KeyId>> found(Map<String, List<String>> candidates) {
        var asked = candidates.values().stream().flatMap(List::stream).toList();
        var ids = index.idsOf(asked);
        var found = new HashMap<String, List<KeyId>>();
        candidates.forEach(
                (text, digestsOfText) -> {
                    var keys = new ArrayList<KeyId>();
                    digestsOfText.stream()
                            .filter(ids::containsKey)
                            .forEach(digest -> keys.add(ids.get(digest)));
                    if (!keys.isEmpty()) {
                        found.put(text, keys);
                    }
                });
        return found;
    }
}

package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.access.Scope;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.Changes;
import org.keywarden.platform.event.DomainEvent;

/** The keys that pass every scope check, and their end as such. */
@ApplicationScoped
@Retried
@Transactional
public class LegacyKeys {

    @Inject KeyRepository repository;
    @Inject Event<DomainEvent> events;

    public long count() {
        return repository.countLegacy();
    }

    /** Their ids, in order, after one of them or from the first. */
    public List<KeyId> after(@Nullable KeyId last, int most) {
        return repository.legacyAfter(last, most);
    }

    /** Sets the scopes of those that are still legacy keys; returns how many were. */
    public int end(Caller caller, List<KeyId> ids, Set<Scope> scopes) {
        int ended = 0;
        for (var key : repository.findToChange(ids)) {
            if (key.endLegacyAccess()) {
                var before = key.settings();
                var after =
                        new KeySettings(
                                before.label(), before.description(), scopes, before.expiresAt());
                key.apply(after);
                var changes =
                        new Changes()
                                .note("scopes", before.scopeText(), after.scopeText())
                                .note("legacyFullAccess", true, false);
                events.fire(KeyChanged.by(caller.user(), "key.updated", key, changes.asMap()));
                ended++;
            }
        }
        return ended;
    }
}

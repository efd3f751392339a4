package org.keywarden.keys;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keywarden.access.UserId;
import org.keywarden.platform.event.DomainEvent;

/**
 * Something happened to a key.
 *
 * @param key which
 * @param action {@code key.issued}, {@code .imported}, {@code .updated}, {@code .disabled}, {@code .enabled}, {@code
 *     .rotated} or {@code .revoked}
 * @param ownerId whose key it is
 * @param actorId who did it
 * @param changes the fields that changed
 */
public record KeyChanged(
        KeyId key, String action, String ownerId, String actorId, Map<String, Change> changes)
        implements DomainEvent {

    public KeyChanged {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes)); // in their order
    }

    static KeyChanged by(UserId actor, String action, ApiKey key, Map<String, Change> changes) {
        return new KeyChanged(key.id(), action, key.owner().value(), actor.value(), changes);
    }

    /** A key of another system came in. */
    public static KeyChanged imported(
            UserId actor, KeyId key, UserId owner, Map<String, Change> changes) {
        return new KeyChanged(key, "key.imported", owner.value(), actor.value(), changes);
    }

    @Override
    public String target() {
        return key.value();
    }
}

package org.keywarden.keys.upstream;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keywarden.keys.KeyId;
import org.keywarden.platform.event.DomainEvent;

/** A provider revoked a key, or was asked for the last time. */
record UpstreamEnded(KeyId key, String ownerId, UpstreamState outcome) implements DomainEvent {

    @Override
    public String action() {
        return outcome == UpstreamState.DONE ? "key.revoked-upstream" : "key.not-revoked-upstream";
    }

    @Override
    public String target() {
        return key.value();
    }

    @Override
    public @Nullable String actorId() {
        return null;
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("upstream", new Change(UpstreamState.PENDING.name(), outcome.name()));
    }
}

package org.keywarden.sessions;

import java.util.Map;
import org.keywarden.access.UserId;
import org.keywarden.platform.event.DomainEvent;

/**
 * Somebody signed in.
 *
 * @param means how: {@code password}, {@code issuer} (at its page) or {@code token} (of the trusted
 *     issuer)
 */
public record SessionBegan(String sessionId, UserId user, String means) implements DomainEvent {

    @Override
    public String action() {
        return "session.began";
    }

    @Override
    public String target() {
        return sessionId;
    }

    @Override
    public String ownerId() {
        return user.value();
    }

    @Override
    public String actorId() {
        return user.value();
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("means", new Change(null, means));
    }
}

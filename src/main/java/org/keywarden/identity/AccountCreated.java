package org.keywarden.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.access.UserId;
import org.keywarden.platform.event.Changes;
import org.keywarden.platform.event.DomainEvent;

/** An account was created by the system. */
public record AccountCreated(UserId user, String email, Role role) implements DomainEvent {

    @Override
    public String action() {
        return "account.created";
    }

    @Override
    public String target() {
        return user.value();
    }

    @Override
    public String ownerId() {
        return user.value();
    }

    @Override
    public @Nullable String actorId() {
        return null;
    }

    @Override
    public Map<String, Change> changes() {
        return new Changes().note("email", null, email).note("role", null, role).asMap();
    }
}

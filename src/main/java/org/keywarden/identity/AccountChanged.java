package org.keywarden.identity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;
import org.keywarden.platform.event.Changes;
import org.keywarden.platform.event.DomainEvent;

/**
 * Something happened to an account.
 *
 * @param user which
 * @param action {@code account.created}, {@code .updated}, {@code .suspended}, {@code .resumed} or
 *     {@code .locked}
 * @param actorId who did it, or {@code null} for the system
 * @param changes the fields that changed
 */
public record AccountChanged(
        UserId user, String action, @Nullable String actorId, Map<String, Change> changes)
        implements DomainEvent {

    public AccountChanged {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes)); // in their order
    }

    static AccountChanged created(AccountSummary account, @Nullable UserId actor) {
        var changes =
                new Changes()
                        .note("email", null, account.email())
                        .note("name", null, account.name())
                        .note("role", null, account.role());
        var actorId = actor == null ? null : actor.value();
        return new AccountChanged(account.id(), "account.created", actorId, changes.asMap());
    }

    static AccountChanged locked(UserId user) {
        return new AccountChanged(user, "account.locked", null, Map.of());
    }

    @Override
    public String target() {
        return user.value();
    }

    @Override
    public String ownerId() {
        return user.value();
    }
}

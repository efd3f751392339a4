package org.keywarden.identity;

import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;
import org.keywarden.platform.event.DomainEvent;

/**
 * An account has another password. Who knows only the old one must be out from now on.
 *
 * @param user whose
 * @param actor that user, or the administrator who reset it
 * @param keptSession the session that stays, since it proved the old password; {@code null} if an
 *     administrator reset it
 */
public record PasswordChanged(UserId user, UserId actor, @Nullable String keptSession)
        implements DomainEvent {

    @Override
    public String action() {
        return keptSession == null ? "account.password-reset" : "account.password-changed";
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
    public String actorId() {
        return actor.value();
    }
}

package org.keywarden.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.id.Ids;
import org.keywarden.platform.request.RequestContext;

/**
 * Who did what to which, when and from where. Written once, never changed.
 *
 * @param id {@code aud_} and 32 hex digits
 * @param at when, in milliseconds, which is what the database keeps
 * @param actorId the user who did it, or {@code null} if the system did
 * @param action what was done, such as {@code key.revoked}
 * @param target the id of what it was done to
 * @param ownerId the user whose thing that is
 * @param address the client's IP address, or {@code null} if no request was behind it
 * @param requestId that request's id, or {@code null} likewise
 * @param changes JSON: field names with their values before and after
 */
public record AuditEntry(
        String id,
        Instant at,
        @Nullable String actorId,
        String action,
        String target,
        String ownerId,
        @Nullable String address,
        @Nullable String requestId,
        String changes) {

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    static AuditEntry of(DomainEvent event, String changes, Instant at) {
        var request = RequestContext.current();
        return new AuditEntry(
                Ids.next("aud"),
                at,
                event.actorId(),
                event.action(),
                event.target(),
                event.ownerId(),
                request.map(RequestContext::address).orElse(null),
                request.map(RequestContext::id).orElse(null),
                changes);
    }
}

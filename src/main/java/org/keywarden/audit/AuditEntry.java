package org.keywarden.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.id.Ids;
import org.keywarden.platform.request.RequestContext;

/** Who did what to which, when and from where. Written once, never changed. */
@Entity
@Table(name = "audit_entry")
@SuppressWarnings("UnusedVariable") // the database keeps them; a query reads them there
class AuditEntry {

    @Id private String id;

    private Instant at;

    @Column(name = "actor_id")
    private @Nullable String actorId;

    private String action;
    private String target;

    @Column(name = "owner_id")
    private String ownerId;

    private @Nullable String address;

    @Column(name = "request_id")
    private @Nullable String requestId;

    /** JSON: field names with their values before and after. */
    private String changes;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {} // for JPA

    AuditEntry(DomainEvent event, String changes, Instant at) {
        this.id = Ids.next("aud");
        this.at = at;
        this.actorId = event.actorId();
        this.action = event.action();
        this.target = event.target();
        this.ownerId = event.ownerId();
        this.address = RequestContext.current().map(RequestContext::address).orElse(null);
        this.requestId = RequestContext.current().map(RequestContext::id).orElse(null);
        this.changes = changes;
    }
}

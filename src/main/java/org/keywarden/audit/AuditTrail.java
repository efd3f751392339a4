package org.keywarden.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.log.Log;

/** Records every change in the transaction that makes it: both are kept, or none. ADR 7. */
@ApplicationScoped
class AuditTrail {

    private static final Log LOG = Log.of(AuditTrail.class);

    @PersistenceContext EntityManager entities;
    @Inject ObjectMapper json;
    @Inject Clock clock;

    void record(@Observes DomainEvent event) {
        entities.persist(new AuditEntry(event, changes(event), clock.instant()));
    }

    /** Only what has really happened. */
    void log(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
        LOG.info(event.action(), "target", event.target(), "actor", event.actorId());
    }

    private String changes(DomainEvent event) {
        try {
            return json.writeValueAsString(event.changes());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Changes are text and truth values", e);
        }
    }
}

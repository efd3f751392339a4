package org.keywarden.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import org.keywarden.platform.event.DomainEvent;

/** Records every change in the transaction that makes it: both are kept, or none. ADR 7 and 19. */
@ApplicationScoped
class AuditTrail {

    @Inject ObjectMapper json;
    @Inject Clock clock;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /**
     * Notes what happened; it is written when the transaction is about to end.
     *
     * @throws IllegalStateException if nobody would write it, which fails the change
     */
    void record(@Observes DomainEvent event) {
        PendingEntries.of(transactions)
                .orElseThrow(() -> new IllegalStateException("A change outside of @Transactional"))
                .add(AuditEntry.of(event, changes(event), clock.instant()));
    }

    private String changes(DomainEvent event) {
        try {
            return json.writeValueAsString(event.changes());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Changes are text and truth values", e);
        }
    }
}

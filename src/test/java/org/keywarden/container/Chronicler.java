package org.keywarden.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import org.keywarden.access.Caller;
import org.keywarden.keys.Keys;
import org.keywarden.keys.NewKey;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.DomainEvent;

/** Lets things happen, each call in a transaction of its own. */
@ApplicationScoped
@Transactional
public class Chronicler {

    @Inject Keys keys;
    @Inject Event<DomainEvent> events;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    public void tell(DomainEvent... happened) {
        for (var event : happened) {
            events.fire(event);
        }
    }

    public void tellInVain(DomainEvent happened) {
        events.fire(happened);
        transactions.setRollbackOnly();
    }

    /** Notes the transaction of each try. */
    @Retried
    public void tellStubbornly(List<Object> tries, DomainEvent happened) {
        tries.add(transactions.getTransactionKey());
        events.fire(happened);
    }

    public void issueAndTell(Caller caller, NewKey wish, DomainEvent happened) {
        keys.issue(caller, wish);
        events.fire(happened);
    }

    /** Fails with an exception that does not roll back by itself. */
    public void issueAndFail(Caller caller, NewKey wish) throws IOException {
        keys.issue(caller, wish);
        throw new IOException("on purpose");
    }
}

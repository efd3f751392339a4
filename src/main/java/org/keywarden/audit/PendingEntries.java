package org.keywarden.audit;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.log.Log;

/** The entries of one transaction, until its outermost call returns. */
final class PendingEntries implements Synchronization {

    private static final Log LOG = Log.of(AuditTrail.class);

    private final TransactionSynchronizationRegistry transactions;
    private final List<AuditEntry> entries = new ArrayList<>();
    private List<ChainedEntry> written = List.of();
    private boolean ended;

    private PendingEntries(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Those of the transaction under way, if one of its calls will write them. */
    static Optional<PendingEntries> of(TransactionSynchronizationRegistry transactions) {
        @Nullable Object known = transactions.getResource(PendingEntries.class);
        return Optional.ofNullable((PendingEntries) known).filter(pending -> !pending.ended);
    }

    static PendingEntries begin(TransactionSynchronizationRegistry transactions) {
        var pending = new PendingEntries(transactions);
        transactions.putResource(PendingEntries.class, pending);
        return pending;
    }

    void add(AuditEntry entry) {
        if (entries.isEmpty()) {
            transactions.registerInterposedSynchronization(this);
        }
        entries.add(entry);
    }

    void write(ChainRepository chain) {
        if (!entries.isEmpty() && !transactions.getRollbackOnly()) {
            written = chain.append(entries);
        }
    }

    /** What is not recorded shall not be kept, also after an exception that would commit. */
    void abandon() {
        if (!entries.isEmpty()) {
            transactions.setRollbackOnly();
        }
    }

    void end() {
        ended = true;
    }

    @Override
    public void beforeCompletion() {
        // all is written
    }

    /** Logs only what has really happened. */
    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            written.forEach(PendingEntries::log);
        }
    }

    private static void log(ChainedEntry written) {
        var entry = written.entry();
        LOG.info(
                entry.action(),
                "target",
                entry.target(),
                "actor",
                entry.actorId(),
                "sequence",
                written.sequence());
    }
}

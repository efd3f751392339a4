package org.keywarden.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.platform.paging.Page;
import org.keywarden.platform.paging.PageBounds;

/**
 * Reads the audit trail, the newest entries first: to a developer what that user did and what was
 * done to that user's things, to an administrator all of it.
 */
@ApplicationScoped
@Transactional
public class AuditEntries {

    /** How many entries a batch has, unless it is the last one. */
    public static final int BATCH = 500;

    @Inject EntrySearch search;

    public Page<AuditEntry> list(Caller reader, AuditFilter filter, PageBounds bounds) {
        var condition = Condition.of(reader, filter);
        if (!filter.canMatch()) {
            return new Page<>(List.of(), bounds, 0);
        }
        var total = search.count(condition);
        var rows =
                bounds.offset() < total
                        ? search.page(condition, bounds, total)
                        : List.<AuditEntry>of();
        return new Page<>(rows, bounds, total);
    }

    /**
     * The next entries after one, or the first ones; each batch in a transaction of its own, so that
     * a slow reader of many holds none.
     *
     * @param after the last entry of the batch before, or {@code null} to begin
     */
    public List<AuditEntry> batch(Caller reader, AuditFilter filter, @Nullable AuditEntry after) {
        return filter.canMatch()
                ? search.batch(Condition.of(reader, filter).olderThan(after), BATCH)
                : List.of();
    }
}

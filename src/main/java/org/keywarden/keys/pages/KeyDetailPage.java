package org.keywarden.keys.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.audit.AuditEntries;
import org.keywarden.audit.AuditEntry;
import org.keywarden.audit.AuditFilter;
import org.keywarden.keys.Keys;
import org.keywarden.keys.upstream.UpstreamRevocations;
import org.keywarden.platform.paging.PageBounds;

/** Backs {@code console/key.xhtml}: all about the one key that the address names. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class KeyDetailPage {

    private static final PageBounds NEWEST = new PageBounds(1, 20);

    @Inject Keys keys;
    @Inject UpstreamRevocations upstream;
    @Inject AuditEntries audit;
    @Inject CurrentCaller caller;
    @Inject HttpServletRequest request;
    @Inject ObjectMapper json;

    private final PerPhase<KeyRow> row = new PerPhase<>(this::readRow);
    private final PerPhase<List<KeyHistoryEntry>> history = new PerPhase<>(this::readHistory);

    /**
     * Reads the key before anything is shown.
     *
     * @throws org.keywarden.platform.problem.NotFoundException if the caller has no such key
     */
    public void load() {
        row.get();
    }

    /** The key, as it is now: an answer to an action shows what it has changed. */
    public KeyRow getRow() {
        return row.get();
    }

    /** What was done to it, the newest first. */
    public List<KeyHistoryEntry> getHistory() {
        return history.get();
    }

    /** Whether it was the viewer who did it. */
    public boolean isOwn(AuditEntry entry) {
        return caller.get().user().value().equals(entry.actorId());
    }

    private KeyRow readRow() {
        var id = request.getParameter("id");
        var key = keys.get(caller.get().user(), id == null ? "" : id);
        return new KeyRow(key, upstream.states(List.of(key.id())).get(key.id()));
    }

    private List<KeyHistoryEntry> readHistory() {
        var target = getRow().key().id().value();
        var filter = new AuditFilter(null, null, target, null, null);
        return audit.list(caller.get(), filter, NEWEST).rows().stream()
                .map(entry -> KeyHistoryEntry.of(entry, json))
                .toList();
    }
}

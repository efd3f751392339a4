package org.keywarden.audit.pages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.audit.AuditEntries;
import org.keywarden.audit.AuditEntry;
import org.keywarden.audit.AuditFilter;
import org.keywarden.audit.EntryExport;
import org.keywarden.platform.faces.PageLinks;
import org.keywarden.platform.faces.Parameters;
import org.keywarden.platform.paging.Page;
import org.keywarden.platform.paging.PageBounds;

/** Backs {@code console/audit.xhtml}: who did what to which, when and from where. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class AuditPage {

    @Inject AuditEntries entries;
    @Inject EntryExport export;
    @Inject AuditRows rows;
    @Inject People people;
    @Inject CurrentCaller caller;
    @Inject Parameters parameters;
    @Inject HttpServletRequest request;

    private AuditQuestion question = new AuditQuestion("", "", "", null, null);
    private @Nullable Page<AuditEntry> page;
    private @Nullable List<AuditRow> shown;

    /** An action to choose, by its code, with the message that tells what it is. */
    public record Choice(String action, @Nullable String message, boolean chosen) {}

    @PostConstruct
    void read() {
        question = AuditQuestion.of(parameters);
    }

    public AuditQuestion getQuestion() {
        return question;
    }

    /** Whether the reader sees what everybody did. */
    public boolean isOfEverybody() {
        return caller.get().isAdministrator();
    }

    /** All actions, and one that only the address of the page knows. */
    public List<Choice> getActions() {
        return Stream.concat(ActionNames.ALL.stream(), Stream.of(question.action()))
                .distinct()
                .filter(action -> !action.isEmpty())
                .map(this::choice)
                .toList();
    }

    private Choice choice(String action) {
        return new Choice(
                action, ActionNames.message(action).orElse(null), action.equals(question.action()));
    }

    /** The page that is asked for; past the end, the last one. */
    public Page<AuditEntry> getPage() {
        if (page == null) {
            page = page(parameters.page());
            if (page.rows().isEmpty() && page.total() > 0) {
                page = page(new PageBounds(page.totalPages(), page.bounds().size()));
            }
        }
        return page;
    }

    private Page<AuditEntry> page(PageBounds bounds) {
        return entries.list(caller.get(), filter(), bounds);
    }

    private AuditFilter filter() {
        return question.filter(people.idOf(question.actor()));
    }

    public List<AuditRow> getRows() {
        if (shown == null) {
            shown = rows.of(getPage().rows());
        }
        return shown;
    }

    public PageLinks getLinks() {
        return PageLinks.of(request, getPage());
    }

    /** Sends everything that is asked for as a file, as the API does. */
    public void download() {
        var faces = FacesContext.getCurrentInstance();
        var answer = faces.getExternalContext();
        answer.setResponseContentType(EntryExport.MEDIA_TYPE);
        answer.setResponseHeader("Content-Disposition", EntryExport.DISPOSITION);
        try {
            export.write(caller.get(), filter(), answer.getResponseOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }
}

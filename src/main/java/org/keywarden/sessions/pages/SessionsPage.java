package org.keywarden.sessions.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.authentication.SessionCookie;
import org.keywarden.platform.faces.Actions;
import org.keywarden.platform.faces.PageMessages;
import org.keywarden.sessions.SessionSummary;
import org.keywarden.sessions.Sessions;

/** Backs the list of sessions in {@code console/profile.xhtml}, and ends them. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class SessionsPage {

    @Inject Sessions sessions;
    @Inject CurrentCaller caller;
    @Inject SessionCookie cookie;
    @Inject Actions actions;
    @Inject PageMessages messages;
    @Inject FacesContext faces;

    private String id = "";

    /** A session, and what it was begun with. */
    public record Row(SessionSummary session, String program) {}

    /** All of them, as they are now: an answer to an action shows what it has changed. */
    public List<Row> getRows() {
        return sessions.of(caller.get()).stream()
                .map(session -> new Row(session, program(session.userAgent())))
                .toList();
    }

    public void end() {
        actions.attemptIn(
                "endSession", () -> sessions.end(caller.get(), id), "profile.sessions.ended");
    }

    public void endOthers() {
        actions.attemptIn(
                "endOthers",
                () -> sessions.endOthers(caller.get()),
                "profile.sessions.endedOthers");
    }

    /** This one too, so that the way leads to signing in. */
    public void endAll() throws IOException {
        sessions.endAll(caller.get());
        var external = faces.getExternalContext();
        cookie.clear((HttpServletResponse) external.getResponse());
        external.redirect(external.getRequestContextPath() + "/sign-in");
    }

    private String program(@Nullable String userAgent) {
        var program = Program.of(userAgent);
        if (program.name() != null && program.system() != null) {
            return messages.of("profile.sessions.program", program.name(), program.system());
        }
        return Stream.of(program.name(), program.system())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseGet(() -> messages.get("profile.sessions.unknown"));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}

package org.keywarden.sandbox;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.keywarden.platform.html.HtmlPages;
import org.keywarden.platform.html.HtmlView;
import org.keywarden.platform.http.ProblemWriter;
import org.keywarden.platform.message.Language;
import org.keywarden.platform.text.Texts;

/**
 * The sign-in page of the sandbox. Anybody may post its form, also another site by a visitor's
 * browser: there are no accounts, no cookies and nothing to lose. Whether a token that comes back is
 * that visitor's own is for the callback to find out, as with any provider.
 */
public class SandboxSignIn extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_ACCOUNT = 254;

    @Inject transient Visits visits;
    @Inject transient SandboxTokens tokens;
    @Inject transient HtmlPages pages;
    @Inject transient Language language;
    @Inject transient ProblemWriter problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> show(request, response);
            case "POST" -> proceed(request, response);
            default -> problems.write(Refusals.method("GET, HEAD, POST"), request, response);
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var visit = visits.of(request);
        if (visit.isEmpty()) {
            send(badVisit(), 400, request, response);
            return;
        }
        var returnTo = visit.get().returnTo();
        var view =
                HtmlView.of("sandbox/sign-in", "sandbox.title")
                        .with("redirectUrl", returnTo.asText())
                        .with("state", visit.get().state())
                        .withFormTo("'self'", returnTo.formTarget());
        send(view, 200, request, response);
    }

    private void proceed(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Parameters.areTooLarge(request)) {
            send(badVisit(), 413, request, response);
            return;
        }
        var visit = visits.of(request);
        var approval = approval(request);
        if (visit.isEmpty() || approval.isEmpty()) {
            send(badVisit(), 400, request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Location", destination(visit.get(), approval.get()));
    }

    private String destination(Visit visit, Approval approval) {
        return approval.behaviour() == Behaviour.REFUSE
                ? visit.refused()
                : visit.withToken(tokens.issue(approval));
    }

    private static Optional<Approval> approval(HttpServletRequest request) {
        var account =
                Parameters.single(request, "account")
                        .map(String::strip)
                        .filter(text -> !text.isEmpty() && Texts.isPlain(text))
                        .filter(text -> text.codePointCount(0, text.length()) <= LONGEST_ACCOUNT);
        var behaviour = Parameters.single(request, "behaviour").flatMap(Behaviour::named);
        return account.flatMap(who -> behaviour.map(what -> new Approval(who, what)));
    }

    private static HtmlView badVisit() {
        return HtmlView.of("sandbox/bad-visit", "sandbox.badVisit.title");
    }

    private void send(
            HtmlView view, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        pages.render(view, language.locale()).send(status, request, response);
    }
}

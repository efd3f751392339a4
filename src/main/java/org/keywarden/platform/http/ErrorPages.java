package org.keywarden.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.keywarden.platform.html.HtmlPages;
import org.keywarden.platform.html.HtmlView;
import org.keywarden.platform.message.Language;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.platform.request.Requests;

/** Tells people of a refusal by a page, and programs by a problem. */
@ApplicationScoped
public class ErrorPages {

    /** How Faces marks what its script asks for. */
    private static final String BY_SCRIPT = "Faces-Request";

    @Inject HtmlPages pages;
    @Inject ProblemWriter problems;
    @Inject SecurityHeaders headers;
    @Inject Requests requests;
    @Inject Language language;
    @Inject SignInLink signIn;

    /** Writes the whole answer: status, headers and body. */
    public void answer(
            ProblemException refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!isForPeople(request)) {
            problems.write(refusal, request, response);
            return;
        }
        var id = requests.begin(request, response).id();
        headers.set(request, response);
        refusal.headers().forEach(response::setHeader);
        pages.render(view(refusal, request, id), language(refusal.status()))
                .send(refusal.status(), request, response);
    }

    /** What is broken here may be what knows the profile. */
    private Locale language(int status) {
        return status < 500 ? language.locale() : language.withoutProfile();
    }

    private static boolean isForPeople(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        return !SecurityHeaders.isApi(request)
                && request.getHeader(BY_SCRIPT) == null
                && accepted != null
                && accepted.contains("text/html");
    }

    private HtmlView view(ProblemException refusal, HttpServletRequest request, String id) {
        var kind = Kind.of(refusal);
        var isSession = kind == Kind.SESSION;
        return HtmlView.of("platform/http/error", kind.title)
                .withText("text", kind.text)
                .with("signIn", isSession)
                .with("signInAt", isSession ? signIn.of(request) : "")
                .with("requestId", id);
    }

    /** What people need to know of a status. */
    private enum Kind {
        SESSION("error.session.title", "error.session.text"),
        SUSPENDED("error.suspended.title", "error.suspended.text"),
        FORBIDDEN("error.forbidden.title", "error.forbidden.text"),
        MISSING("error.missing.title", "error.missing.text"),
        TOO_MANY("error.tooMany.title", "error.tooMany.text"),
        BUSY("error.busy.title", "error.busy.text"),
        BAD("error.bad.title", "error.bad.text"),
        BROKEN("error.broken.title", "error.broken.text");

        private final String title;
        private final String text;

        Kind(String title, String text) {
            this.title = title;
            this.text = text;
        }

        static Kind of(ProblemException refusal) {
            return refusal.errorCode().equals("ACCOUNT_SUSPENDED")
                    ? SUSPENDED
                    : of(refusal.status());
        }

        private static Kind of(int status) {
            return switch (status) {
                case 401 -> SESSION;
                case 403 -> FORBIDDEN;
                case 404, 405 -> MISSING;
                case 429 -> TOO_MANY;
                case 503 -> BUSY;
                default -> status < 500 ? BAD : BROKEN;
            };
        }
    }
}

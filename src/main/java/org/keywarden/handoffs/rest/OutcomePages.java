package org.keywarden.handoffs.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.keywarden.handoffs.Outcome;
import org.keywarden.platform.html.HtmlPages;
import org.keywarden.platform.html.HtmlView;
import org.keywarden.platform.message.Language;

/**
 * The pages that a browser is shown on its way through a hand-off. They say nothing but how it ended:
 * no value of a request, and nothing that a provider said.
 */
@ApplicationScoped
class OutcomePages {

    @Inject HtmlPages pages;
    @Inject Language language;

    Response of(Outcome outcome) {
        return of(outcome, outcome.status());
    }

    /** For a step that answers with a status of its own. */
    Response of(Outcome outcome, int status) {
        var page = pages.render(view(outcome), language.locale());
        var answer = Response.status(status).entity(page.html());
        page.headers().forEach(answer::header);
        return answer.build();
    }

    /** Only the tab that has done its work closes itself; a refusal wants to be read. */
    static HtmlView view(Outcome outcome) {
        var complete = outcome == Outcome.COMPLETE;
        return HtmlView.of("handoffs/rest/outcome", outcome.titleMessage())
                .withText("text", outcome.textMessage())
                .withText("next", outcome.nextMessage())
                .with("good", complete)
                .with("closing", complete)
                .with("tone", tone(outcome))
                .with("role", complete ? "status" : "alert")
                .withScript(complete);
    }

    private static String tone(Outcome outcome) {
        return switch (outcome) {
            case COMPLETE -> "good";
            case FAILED, OTHER_BROWSER -> "bad";
            default -> "plain";
        };
    }
}

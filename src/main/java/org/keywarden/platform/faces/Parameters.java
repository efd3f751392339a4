package org.keywarden.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.paging.PageBounds;
import org.keywarden.platform.text.Texts;

/** The parameters in the address of a page. Anybody can write them: what makes no sense is absent. */
@RequestScoped
public class Parameters {

    private static final int PAGE_SIZE = 20;

    /** What every database can compare with. */
    private static final int LAST_YEAR = 9998;

    /** In place of what no text of ours contains, so that it is seen, and found nowhere. */
    private static final int REPLACEMENT = 0xFFFD;

    @Inject HttpServletRequest request;

    /** Without surrounding white space; empty text if absent. No character of it is a control one. */
    public String text(String name) {
        var text = Texts.trimmedOrNull(request.getParameter(name));
        return text == null ? "" : Texts.isPlain(text) ? text : replaced(text);
    }

    private static String replaced(String text) {
        return text.codePoints()
                .map(c -> Texts.isPlain(Character.toString(c)) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether something was sent by a form, rather than looked at. */
    public boolean isSent() {
        return request.getMethod().equals("POST");
    }

    /**
     * What a form has sent, {@code null} if it did not. What a link has planted in the address of the
     * page, or a filter has left there, comes before what the form sends, hence the last one counts.
     */
    public @Nullable String sent(String name) {
        var values = request.getParameterValues(name);
        return values == null || !isSent() ? null : values[values.length - 1];
    }

    /** A day, as {@code <input type="date">} sends it; {@code null} if absent. */
    public @Nullable LocalDate day(String name) {
        try {
            var day = LocalDate.parse(text(name));
            return day.getYear() >= 1 && day.getYear() <= LAST_YEAR ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The page of a list, by default the first. */
    public PageBounds page() {
        var text = text("page");
        return new PageBounds(
                text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 1, PAGE_SIZE);
    }
}

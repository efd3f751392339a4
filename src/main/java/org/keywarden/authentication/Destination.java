package org.keywarden.authentication;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page that somebody gets to by signing in: always one of ours, whatever the link that led to the
 * sign-in said. What is no path of a page here, or leads back to signing in, becomes the start page.
 *
 * @param path as in a URL, with its query, without the context path; for example {@code
 *     /keys?status=ACTIVE}; at most 1,000 characters
 * @see <a href="https://cwe.mitre.org/data/definitions/601.html">CWE-601, open redirect</a>
 */
public record Destination(String path) {

    private static final int MAX_LENGTH = 1000;

    /**
     * Segments of plain characters, none empty or of dots, then perhaps a query. Our pages need no
     * encoded ones, so that there is nothing that a browser, a proxy and we could read differently.
     */
    private static final Pattern PAGE =
            Pattern.compile(
                    "/|(?:/(?!\\.+(?:[/?]|$))[A-Za-z0-9._~-]++)++/?+"
                            + "(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*+)?+"
                            + "|/\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*+");

    /** What is no page, or would ask to sign in again. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("/(?:api(?:[/?]|$)|sign-in(?:[/?.]|$)).*", Pattern.CASE_INSENSITIVE);

    /** Where to, if nothing was asked for. Last, since it is judged by the patterns. */
    public static final Destination START = new Destination("/");

    public Destination {
        path = isOfOurs(path) ? path : "/";
    }

    /** Reads what a link asks for; {@code null} asks for nothing. */
    public static Destination of(@Nullable String wanted) {
        return wanted == null ? START : new Destination(wanted);
    }

    /** Whether nothing else was asked for. */
    public boolean isStart() {
        return equals(START);
    }

    /** The page that a request is for, to come back to. */
    public static Destination asked(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var query = request.getQueryString();
        return new Destination(query == null ? path : path + "?" + query);
    }

    /**
     * The address of the page to sign in that leads back here.
     *
     * @param contextPath of the application
     */
    public String signIn(String contextPath) {
        return contextPath + "/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static boolean isOfOurs(String path) {
        return path.length() <= MAX_LENGTH
                && PAGE.matcher(path).matches()
                && !ELSEWHERE.matcher(path).matches();
    }

    @Override
    public String toString() {
        return path;
    }
}

package org.keywarden.platform.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The request that this thread works on, for the log, the audit trail and error answers.
 *
 * @param id from {@code X-Request-Id} if that was well formed, else a new UUID
 * @param address the client's IP address
 */
public record RequestContext(String id, String address) {

    /** The header that brings a request id and always carries it back. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final String ATTRIBUTE = RequestContext.class.getName();
    private static final ThreadLocal<@Nullable RequestContext> CURRENT = new ThreadLocal<>();

    /** The context of this thread's request; empty on a background thread. */
    public static Optional<RequestContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Gives the request its context and the answer its header. Whoever sees a request first calls
     * it: authentication comes before every filter. Repeating it changes nothing.
     */
    public static RequestContext begin(HttpServletRequest request, HttpServletResponse response) {
        var context = (RequestContext) request.getAttribute(ATTRIBUTE);
        if (context == null) {
            context = new RequestContext(idOf(request), request.getRemoteAddr());
            request.setAttribute(ATTRIBUTE, context);
            response.setHeader(HEADER, context.id());
        }
        CURRENT.set(context);
        return context;
    }

    /** Forgets the request, since the server reuses its thread. */
    public static void end() {
        CURRENT.remove();
    }

    private static String idOf(HttpServletRequest request) {
        var id = request.getHeader(HEADER);
        return id != null && WELL_FORMED.matcher(id).matches() ? id : UUID.randomUUID().toString();
    }
}

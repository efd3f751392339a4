package org.keywarden.platform.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.regex.Pattern;

/** Gives every request its {@link RequestContext}. */
@ApplicationScoped
public class Requests {

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final String ATTRIBUTE = RequestContext.class.getName();

    @Inject ClientAddress client;

    /**
     * Gives the request its context and the answer its header. Whoever sees a request first calls
     * it: authentication comes before every filter. Repeating it changes nothing.
     */
    public RequestContext begin(HttpServletRequest request, HttpServletResponse response) {
        var context = (RequestContext) request.getAttribute(ATTRIBUTE);
        if (context == null) {
            context = new RequestContext(idOf(request), client.of(request));
            request.setAttribute(ATTRIBUTE, context);
            response.setHeader(RequestContext.HEADER, context.id());
        }
        context.enter();
        return context;
    }

    private static String idOf(HttpServletRequest request) {
        var id = request.getHeader(RequestContext.HEADER);
        return id != null && WELL_FORMED.matcher(id).matches() ? id : UUID.randomUUID().toString();
    }
}

package org.keywarden.platform.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keywarden.platform.problem.Problem;
import org.keywarden.platform.request.RequestContext;

/** Answers every throwable that leaves a resource. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    @Context UriInfo uri;
    @Inject Problems problems;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        var refusal = problems.of(thrown);
        var answer =
                Response.status(refusal.status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(Problem.of(refusal, uri.getRequestUri().getRawPath(), requestId()));
        refusal.headers().forEach(answer::header);
        if (thrown instanceof WebApplicationException web) {
            answer.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    private static String requestId() {
        return RequestContext.current().map(RequestContext::id).orElse("");
    }
}

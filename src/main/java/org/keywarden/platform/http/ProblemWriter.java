package org.keywarden.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.keywarden.platform.problem.Problem;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.platform.request.Requests;

/** Writes a problem where JAX-RS is not there to do it. */
@ApplicationScoped
public class ProblemWriter {

    @Inject ObjectMapper json;
    @Inject Requests requests;
    @Inject SecurityHeaders headers;

    /** Writes the whole answer: status, headers and body. */
    public void write(
            ProblemException refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var context = requests.begin(request, response);
        headers.set(request, response);
        refusal.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(refusal.status());
        response.setContentType(Problem.MEDIA_TYPE);
        var body = json.writeValueAsBytes(Problem.of(refusal, path(request), context.id()));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String path(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }
}

package org.keywarden.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.keywarden.platform.http.ProblemWriter;
import org.keywarden.platform.problem.ProblemException;

/**
 * The API of the sandbox: {@code POST} gives a key for a token, once, and {@code GET} tells a key's
 * holder how it stands.
 */
public class SandboxApi extends HttpServlet {

    /** How long {@link Behaviour#SLOW} takes. */
    static final int SLOW_SECONDS = 5;

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 16 * 1024;
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([0-9A-Za-z_]{1,128})");
    private static final String NO_KEY = "<!DOCTYPE html><title>Sandbox</title><p>No key here.";

    @Inject transient SandboxTokens tokens;
    @Inject transient SandboxKeys keys;
    @Inject transient ObjectMapper json;
    @Inject transient ProblemWriter problems;
    @Resource transient ManagedScheduledExecutorService executor;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            switch (request.getMethod()) {
                case "GET" -> tell(request, response);
                case "POST" -> exchange(request, response);
                default -> throw Refusals.method("GET, POST");
            }
        } catch (ProblemException refusal) {
            problems.write(refusal, request, response);
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var key = bearer(request).flatMap(keys::find).orElseThrow(Refusals::badToken);
        write(response, "application/json", json.writeValueAsString(key));
    }

    private void exchange(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        requireObject(request);
        var approval = bearer(request).flatMap(tokens::redeem).orElseThrow(Refusals::badToken);
        switch (approval.behaviour()) {
            case FAIL ->
                    throw new ProblemException(500, "INTERNAL_ERROR", "The sandbox fails as told.");
            case UNUSABLE -> write(response, "text/html", NO_KEY);
            case SLOW -> giveLater(request.startAsync(), approval);
            default -> give(response, approval);
        }
    }

    private void give(HttpServletResponse response, Approval approval) throws IOException {
        var key = keys.issue(approval.account());
        write(response, "application/json", json.writeValueAsString(key));
    }

    /** Without a thread that waits: one server has few, and its own callback needs one meanwhile. */
    private void giveLater(AsyncContext call, Approval approval) {
        var unused =
                executor.schedule(() -> giveNow(call, approval), SLOW_SECONDS, TimeUnit.SECONDS);
    }

    private void giveNow(AsyncContext call, Approval approval) {
        try {
            give((HttpServletResponse) call.getResponse(), approval);
        } catch (IOException e) {
            // nobody waited for it
        } finally {
            call.complete();
        }
    }

    /** The body may be absent; what is in it, a name above all, does not matter here. */
    private void requireObject(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Refusals.tooLarge();
        }
        try {
            if (body.length > 0 && !json.readTree(body).isObject()) {
                throw Refusals.incomplete("The body is no JSON object.");
            }
        } catch (JsonProcessingException e) {
            throw Refusals.incomplete("The body is no JSON.");
        }
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(BEARER::matcher)
                .filter(header -> header.matches())
                .map(header -> header.group(1));
    }

    private static void write(HttpServletResponse response, String type, String body)
            throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}

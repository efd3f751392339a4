package org.keywarden.sandbox;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.keywarden.platform.http.ProblemWriter;
import org.keywarden.platform.problem.ProblemException;

/**
 * Revokes keys of the sandbox, by themselves or by their ids.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009">RFC 7009, Token Revocation</a>
 */
public class SandboxRevocation extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient SandboxKeys keys;
    @Inject transient ProblemWriter problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            revoke(request);
            response.setHeader("Cache-Control", "no-store");
        } catch (ProblemException refusal) {
            problems.write(refusal, request, response);
        }
    }

    /** The answer is the same for known and unknown ones. */
    private void revoke(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            throw Refusals.method("POST");
        }
        if (Parameters.areTooLarge(request)) {
            throw Refusals.tooLarge();
        }
        var token = Parameters.single(request, "token");
        keys.revoke(token.orElseThrow(() -> Refusals.incomplete("Send one token as a form.")));
    }
}

package org.keywarden.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.keywarden.platform.problem.NotFoundException;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.platform.request.Requests;

/** Answers errors that never reached a resource or a page as all others are, not by the server's page. */
@WebServlet(name = "errors", urlPatterns = "/errors")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient Requests requests;
    @Inject transient Problems problems;
    @Inject transient ErrorPages pages;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        requests.begin(request, response);
        pages.answer(problem(request), request, response);
    }

    private ProblemException problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return problems.of(thrown);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // without a status somebody asked for this servlet itself
        return status == null ? new NotFoundException() : Problems.ofStatus((Integer) status);
    }
}

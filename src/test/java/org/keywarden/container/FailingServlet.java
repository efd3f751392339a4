package org.keywarden.container;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLTransientConnectionException;
import org.keywarden.platform.problem.ProblemException;

/** Fails in the way that it is asked to. */
@WebServlet("/fails/*")
public class FailingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        var status = Integer.parseInt(request.getPathInfo().substring(1));
        if (status == 500) {
            throw new IllegalStateException("not foreseen");
        }
        if (status == 503) {
            throw new ServletException(
                    new SQLTransientConnectionException("no route to host", "08001"));
        }
        throw new ProblemException(status, "REFUSED", "As you wished.");
    }
}

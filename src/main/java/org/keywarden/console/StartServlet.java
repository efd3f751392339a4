package org.keywarden.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.keywarden.access.CurrentCaller;

/** Leads from where somebody begins to the first page of the console, or to signing in. */
@WebServlet(
        name = "start",
        urlPatterns = {"", "/console", "/console/"})
public class StartServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var page = caller.find().isPresent() ? "/console/overview" : "/sign-in";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", request.getContextPath() + page);
    }
}

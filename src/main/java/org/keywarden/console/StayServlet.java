package org.keywarden.console;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers nothing to whoever is signed in: to be asked is to be used, and a session that is used does
 * not end. For pages whose user is busy without sending anything. ADR 32.
 */
@WebServlet(name = "stay", urlPatterns = "/console/stay")
public class StayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}

package org.keywarden.platform.html;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets browsers keep what has its version in its address: ours, and what libraries bring. */
@WebFilter(
        filterName = "assets",
        urlPatterns = {"/assets/*", "/jakarta.faces.resource/*"})
public class AssetsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** RFC 8246: not even a reload asks again. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Vary", "Accept-Encoding"); // the server compresses, and does not say so
        if (request.getParameter(Assets.VERSION) != null) {
            response.setHeader("Cache-Control", FOR_EVER);
        }
        chain.doFilter(request, response);
    }
}

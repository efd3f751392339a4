package org.keywarden.platform.html;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets browsers keep what has its version in its address: ours, and what libraries bring. While nodes
 * of two releases answer, one may be asked for what only the other has: that is not to be kept.
 */
@WebFilter(
        filterName = "assets",
        urlPatterns = {AssetsFilter.OURS + "*", "/jakarta.faces.resource/*"})
public class AssetsFilter extends HttpFilter {

    static final String OURS = "/assets/";

    private static final long serialVersionUID = 1L;

    /** RFC 8246: not even a reload asks again. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject transient Assets assets;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Vary", "Accept-Encoding"); // the server compresses, and does not say so
        if (isVersioned(request)) {
            response.setHeader("Cache-Control", FOR_EVER);
        }
        chain.doFilter(request, response);
        if (isRefused(response) && !response.isCommitted()) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    /** Not what the browser has already (304): it takes the headers of that for its own. */
    private static boolean isRefused(HttpServletResponse response) {
        return response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST;
    }

    /** Libraries keep their files for as long as their version; of ours, each has its own. */
    private boolean isVersioned(HttpServletRequest request) {
        var version = request.getParameter(Assets.VERSION);
        var path = request.getServletPath();
        return version != null
                && (!path.startsWith(OURS)
                        || assets.isCurrent(path.substring(OURS.length()), version));
    }
}

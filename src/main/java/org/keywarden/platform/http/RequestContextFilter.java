package org.keywarden.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.keywarden.platform.request.RequestContext;

/** Surrounds every request with its {@link RequestContext} and sets the headers that all answers share. */
@WebFilter(filterName = "requestContext", urlPatterns = "/*", asyncSupported = true)
public class RequestContextFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestContext.begin(request, response);
        SecurityHeaders.set(request, response);
        try {
            chain.doFilter(request, response);
        } finally {
            RequestContext.end();
        }
    }
}

package org.keywarden.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.keywarden.platform.request.RequestContext;
import org.keywarden.platform.request.Requests;

/** Surrounds every request with its {@link RequestContext} and sets the headers that all answers share. */
@WebFilter(filterName = "requestContext", asyncSupported = true)
public class RequestContextFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject transient Requests requests;
    @Inject transient SecurityHeaders headers;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        requests.begin(request, response);
        headers.set(request, response);
        try {
            chain.doFilter(request, response);
        } finally {
            RequestContext.end();
        }
    }
}

package org.keywarden.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses a form that is too large, as {@link BodyLimit} does for the API. The server has a limit, too,
 * which it only tells by an exception.
 */
@WebFilter(filterName = "formLimit", asyncSupported = true)
public class FormLimit extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final int TOO_LARGE = 413;

    @Inject transient ErrorPages errors;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var tooLarge = request.getContentLengthLong() > BodyLimit.MAX_BYTES;
        if (tooLarge && !SecurityHeaders.isApi(request)) {
            errors.answer(Problems.ofStatus(TOO_LARGE), request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}

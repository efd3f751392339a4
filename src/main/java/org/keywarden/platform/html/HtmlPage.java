package org.keywarden.platform.html;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A page ready to be sent.
 *
 * @param html the whole document
 * @param headers all that it must be sent with; they replace those that every answer has
 */
public record HtmlPage(String html, Map<String, String> headers) {

    public HtmlPage {
        headers = Map.copyOf(headers);
    }

    /** Sends it where there is no JAX-RS to do it. */
    public void send(int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = html.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}

package org.keywarden.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** The address of the page at hand. */
@Named
@RequestScoped
public class Here {

    @Inject HttpServletRequest request;

    /** Path and query, so that a form is sent to the very page that shows it, filters and all. */
    public String getAddress() {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** The server as the browser knows it, for commands to copy: {@code https://keys.example.com}. */
    public String getServer() {
        var address = URI.create(request.getRequestURL().toString());
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}

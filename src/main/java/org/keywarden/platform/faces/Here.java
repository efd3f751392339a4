package org.keywarden.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The address of the page at hand. */
@Named
@RequestScoped
public class Here {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]+(=.*)?", Pattern.DOTALL);

    @Inject HttpServletRequest request;

    /** Path and query, so that a form is sent to the very page that shows it, filters and all. */
    public String getAddress() {
        var query = request.getQueryString();
        var kept = query == null ? "" : withoutFields(query);
        return kept.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + kept;
    }

    /**
     * What names a field of a form, as a link may do, would come before what the form sends, and win.
     * Fields of Faces have a colon or a dot in their names; what is written otherwise there means them too.
     */
    static String withoutFields(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> PLAIN.matcher(parameter).matches())
                .collect(Collectors.joining("&"));
    }

    /** The server as the browser knows it, for commands to copy: {@code https://keys.example.com}. */
    public String getServer() {
        var address = URI.create(request.getRequestURL().toString());
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}

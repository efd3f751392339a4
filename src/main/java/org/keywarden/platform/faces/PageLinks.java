package org.keywarden.platform.faces;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.paging.Page;

/**
 * The addresses of the other pages of a list: the same filters, another page.
 *
 * @param address of the list, without the page
 * @param page the page at hand
 */
public record PageLinks(String address, Page<?> page) {

    private static final String PARAMETER = "page";

    /** The links of the list that is asked for, by its address and never by what a form sends. */
    public static PageLinks of(HttpServletRequest request, Page<?> page) {
        return of(request.getRequestURI(), request.getQueryString(), page);
    }

    static PageLinks of(String path, @Nullable String query, Page<?> page) {
        var kept =
                Arrays.stream(query == null ? new String[0] : query.split("&"))
                        .filter(parameter -> !parameter.startsWith(PARAMETER + "="))
                        .filter(parameter -> !parameter.endsWith("=") && !parameter.isEmpty())
                        .map(parameter -> parameter + "&")
                        .collect(Collectors.joining());
        return new PageLinks(path + "?" + kept, page);
    }

    /** The number of the first row of the page, from 1. */
    public long first() {
        return page.bounds().offset() + 1;
    }

    /** The number of its last row. */
    public long last() {
        return page.bounds().offset() + page.rows().size();
    }

    public boolean hasPrevious() {
        return page.bounds().page() > 1;
    }

    public boolean hasNext() {
        return page.bounds().page() < page.totalPages();
    }

    public String previous() {
        return at(Math.min(page.bounds().page() - 1, page.totalPages()));
    }

    public String next() {
        return at(page.bounds().page() + 1);
    }

    private String at(int number) {
        return address + PARAMETER + "=" + number;
    }
}

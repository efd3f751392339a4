package org.keywarden.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** How the sandbox reads parameters: one that is repeated is none. */
final class Parameters {

    /** More than any form of ours has. */
    private static final int MOST_BYTES = 16 * 1024;

    private Parameters() {}

    static Optional<String> single(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null || values.length != 1 ? Optional.empty() : Optional.of(values[0]);
    }

    static boolean areTooLarge(HttpServletRequest request) {
        return request.getContentLengthLong() > MOST_BYTES;
    }
}

package org.keywarden.sessions;

import org.jspecify.annotations.Nullable;
import org.keywarden.platform.request.RequestContext;

/**
 * Where somebody signs in, so that people can tell their sessions apart. Nothing is decided by it.
 *
 * @param address the client's IP address, or {@code null} if unknown
 * @param userAgent what the client says of itself, at most 256 code points without control
 *     characters, or {@code null} if nothing
 */
public record Origin(@Nullable String address, @Nullable String userAgent) {

    private static final int MAX_ADDRESS = 64;
    private static final int MAX_USER_AGENT = 256;

    /** Cuts both to their length, and replaces what no label should hold. */
    public Origin {
        address = label(address, MAX_ADDRESS);
        userAgent = label(userAgent, MAX_USER_AGENT);
    }

    /** Where the request at hand comes from. */
    public static Origin of(@Nullable String userAgent) {
        var address = RequestContext.current().map(RequestContext::address).orElse(null);
        return new Origin(address, userAgent);
    }

    private static @Nullable String label(@Nullable String text, int max) {
        if (text == null) {
            return null;
        }
        var plain = text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        if (plain.isEmpty()) {
            return null;
        }
        return plain.codePointCount(0, plain.length()) <= max
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, max)).strip();
    }
}

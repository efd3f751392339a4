package org.keywarden.handoffs;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;

/**
 * Who comes by in a browser.
 *
 * @param signedIn as whom, or {@code null}
 * @param cookies the values of its cookies by their names
 */
public record Visitor(@Nullable Caller signedIn, Map<String, String> cookies) {

    public Visitor {
        cookies = Map.copyOf(cookies);
    }

    /** Whether it is the user who began a hand-off, or the browser in which it was begun. */
    boolean began(HandOff handOff, boolean production) {
        if (signedIn != null && signedIn.user().equals(handOff.user())) {
            return true;
        }
        var cookie = cookies.get(BrowserBinding.name(handOff.id(), production));
        return cookie != null && handOff.isBoundTo(cookie);
    }

    /** Never a cookie. */
    @Override
    public String toString() {
        return "Visitor";
    }
}

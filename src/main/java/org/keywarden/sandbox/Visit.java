package org.keywarden.sandbox;

/**
 * What brought a browser here.
 *
 * @param state what it has to bring back, unread: 1–128 of {@code [A-Za-z0-9._-]}
 */
record Visit(ReturnAddress returnTo, String state) {

    /** Where it goes with a token. */
    String withToken(String token) {
        return returnTo.with("token=" + token + "&state=" + state);
    }

    /** Where it goes without one. */
    String refused() {
        return returnTo.with("error=access_denied&state=" + state);
    }
}

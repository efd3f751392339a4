package org.keywarden.handoffs;

/**
 * The cookie by which a browser shows that a hand-off was begun in it. Each hand-off has one of its own, so
 * that two tabs are in nobody's way.
 *
 * @param name differs between hand-offs
 * @param value 64 hex digits, of which only a digest is stored
 */
public record BrowserBinding(String name, String value) {

    private static final String KIND = "keywarden-hand-off-";

    static BrowserBinding of(HandOffId id, HandOffSecrets secrets, boolean production) {
        return new BrowserBinding(name(id, production), secrets.browser());
    }

    /** Whether a cookie may be that of a hand-off. */
    public static boolean isName(String name) {
        return name.contains(KIND);
    }

    /** In production with the prefix that keeps other hosts and plain HTTP from planting one. */
    static String name(HandOffId id, boolean production) {
        return (production ? "__Host-" : "") + KIND + id.tail();
    }

    /** Never the value. */
    @Override
    public String toString() {
        return name;
    }
}

package org.keywarden.sessions;

/** Where a session's token is kept, by how it began. ADR 32. */
public enum SessionKind {
    /** In the cookie of a browser: it ends when nobody uses it for a while. */
    BROWSER,
    /** By a program that sends it in a header: it lasts as long as it was told, used or not. */
    BEARER
}

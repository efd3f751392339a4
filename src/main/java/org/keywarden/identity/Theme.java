package org.keywarden.identity;

/** How somebody wants the pages to look. */
public enum Theme {
    /** As the browser or the system behind it is set. */
    SYSTEM,
    LIGHT,
    DARK
}

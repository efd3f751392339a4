package org.keywarden.providers;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a provider in URLs: 2–40 of {@code [a-z0-9-]}. */
record Slug(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{2,40}");

    /** Reads a slug from outside; empty if no provider can have it. */
    static Optional<Slug> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Slug(text)) : Optional.empty();
    }
}

package org.keywarden.testing.browser;

import java.util.function.Predicate;

/** What a test provokes on purpose. */
record Expected(String description, Predicate<Finding> covers) {

    static Expected status(int status, String path) {
        return new Expected(
                "an answer of %d by %s".formatted(status, path),
                finding -> finding.status() == status && finding.path().equals(path));
    }

    static Expected console(String part) {
        return new Expected(
                "\"%s\" on the console".formatted(part),
                finding -> finding.status() == 0 && finding.text().contains(part));
    }

    static Expected origin(String origin) {
        return new Expected(
                "a request to " + origin,
                finding -> finding.isForeign() && finding.url().startsWith(origin + "/"));
    }
}

package org.keywarden.platform.config;

/**
 * How often a minute somebody may do something.
 *
 * @param caller {@code keywarden.limits.caller}: calls of one user or one API key
 * @param anonymous {@code keywarden.limits.anonymous}: calls without a credential from one address
 * @param refused {@code keywarden.limits.refused}: answers of 401 to one address
 */
public record Limits(int caller, int anonymous, int refused) {

    private static final int MOST = 10_000_000;

    static Limits read(Properties properties) {
        return new Limits(
                properties.number("keywarden.limits.caller", 1200, 1, MOST),
                properties.number("keywarden.limits.anonymous", 120, 1, MOST),
                properties.number("keywarden.limits.refused", 300, 1, MOST));
    }
}

package org.keywarden.platform.config;

import org.jspecify.annotations.Nullable;

/**
 * The first administrator, created when the database has no account.
 *
 * @param email where to sign in
 * @param password of 12–200 code points, or {@code null} for a random one, shown once
 */
public record Administrator(String email, @Nullable String password) {

    private static final int MIN_PASSWORD = 12;
    private static final int MAX_PASSWORD = 200;

    static Administrator read(Properties properties) {
        var email =
                properties.matching(
                        "keywarden.admin.email",
                        "admin@localhost",
                        "[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
        var password = properties.text("keywarden.admin.password").orElse(null);
        if (password != null) {
            var length = password.codePointCount(0, password.length());
            if (length < MIN_PASSWORD || length > MAX_PASSWORD) {
                properties.mistake(
                        "keywarden.admin.password",
                        "must have %d to %d characters".formatted(MIN_PASSWORD, MAX_PASSWORD));
            }
        }
        return new Administrator(email, password);
    }

    @Override
    public String toString() {
        return email;
    }
}

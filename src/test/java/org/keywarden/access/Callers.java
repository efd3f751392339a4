package org.keywarden.access;

import java.util.Set;

/** Callers for tests. */
public final class Callers {

    public static final UserId ADA = new UserId("usr_0199d5f2c0de7abc8123456789abcdef");

    private Callers() {}

    /** A developer who signed in. */
    public static Caller session() {
        return new Caller(
                ADA, Role.DEVELOPER, TokenType.SESSION_TOKEN, "ses_1", Set.of(), false, false);
    }

    /** A program with a key of these scopes. */
    public static Caller key(Scope... scopes) {
        return new Caller(
                ADA, Role.DEVELOPER, TokenType.API_KEY, "key_1", Set.of(scopes), false, false);
    }
}

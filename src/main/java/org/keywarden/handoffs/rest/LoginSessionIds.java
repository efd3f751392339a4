package org.keywarden.handoffs.rest;

import java.util.List;
import org.keywarden.platform.problem.ValidationException;

/** Reads the query parameter {@code login_session_id}. */
final class LoginSessionIds {

    private LoginSessionIds() {}

    /**
     * The one value.
     *
     * @throws ValidationException if there is none, or more than one
     */
    static String one(List<String> ids) {
        if (ids.size() == 1 && !ids.get(0).isBlank()) {
            return ids.get(0);
        }
        throw new ValidationException(
                "login_session_id", "REQUIRED", "must be there once, as the start has given it");
    }
}

package org.keywarden.access;

import java.util.Optional;

/** What others need to know of an account; the identity module implements it. */
public interface AccountDirectory {

    /** The standing of an account now; empty if there is none of that id. */
    Optional<Standing> find(UserId user);

    /**
     * How an account stands.
     *
     * @param role what the account may do
     * @param suspended whether it may do nothing for now
     */
    record Standing(Role role, boolean suspended) {}
}

package org.keywarden.access;

import org.keywarden.platform.problem.ProblemException;

/** An administrator has suspended the caller's account. */
public class AccountSuspendedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public AccountSuspendedException() {
        super(403, "ACCOUNT_SUSPENDED", "This account is suspended; ask an administrator.");
    }
}

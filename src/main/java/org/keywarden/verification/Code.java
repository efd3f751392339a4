package org.keywarden.verification;

/** The outcome of a verification. */
public enum Code {
    VALID,
    NOT_FOUND,
    REVOKED,
    DISABLED,
    EXPIRED,
    OWNER_SUSPENDED,
    INSUFFICIENT_SCOPE
}

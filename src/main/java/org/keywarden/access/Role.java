package org.keywarden.access;

/** What an account may do beyond its own things. */
public enum Role {
    DEVELOPER,
    ADMIN
}

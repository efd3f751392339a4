package org.keywarden.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.keywarden.platform.crypto.SecureRandoms;

/** Makes passwords that an administrator reads to somebody: 120 random bits, none of them like another. */
@ApplicationScoped
public class TemporaryPasswords {

    /** 32 characters, so that five bits of a byte choose one without bias. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 24;
    private static final int GROUP = 4;

    @Inject SecureRandoms random;

    /** Six groups of four characters, such as {@code k7wq-…}. */
    public String next() {
        var password = new StringBuilder();
        for (var part : random.bytes(LENGTH)) {
            if (password.length() % (GROUP + 1) == GROUP) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(part & 31));
        }
        return password.toString();
    }
}

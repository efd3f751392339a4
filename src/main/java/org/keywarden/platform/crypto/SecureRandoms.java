package org.keywarden.platform.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.security.SecureRandom;

/** The one source of randomness for secrets. */
@ApplicationScoped
public class SecureRandoms {

    private final SecureRandom random = new SecureRandom();

    public byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Uniformly random base-62 text, about 5.95 bits a character. */
    public String text(int length) {
        // 64 bits more than needed leave no measurable bias
        var number = new BigInteger(length * 6 + 64, random);
        return Base62.encode(number.mod(Base62.RADIX.pow(length)), length);
    }
}

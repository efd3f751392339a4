package org.keywarden.platform.crypto;

/** Sealing for tests. */
public final class Sealings {

    private Sealings() {}

    /** With this master secret. */
    public static Sealing with(String secret) {
        var sealing = new Sealing();
        sealing.secret = MasterSecrets.of(secret);
        sealing.random = new SecureRandoms();
        sealing.derive();
        return sealing;
    }
}

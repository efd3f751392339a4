package org.keywarden.handoffs;

import java.util.HexFormat;
import org.keywarden.platform.crypto.SecureRandoms;

/**
 * The secrets of a hand-off, each for one of its parties, so that none can do what another may.
 *
 * @param loginSessionId for who began it, to poll with: 64 hex digits
 * @param state for the provider, which gives it back with the browser: 32 hex digits
 * @param browser for the browser's cookie: 64 hex digits
 * @param codeVerifier for nobody but the provider's token endpoint: 64 hex digits
 */
record HandOffSecrets(String loginSessionId, String state, String browser, String codeVerifier) {

    private static final String LOGIN_SESSION_ID = "[0-9a-f]{64}";

    static HandOffSecrets random(SecureRandoms random) {
        return new HandOffSecrets(
                hex(random, 32), hex(random, 16), hex(random, 32), hex(random, 32));
    }

    /** Whether a text from outside can be a login session id. */
    static boolean isLoginSessionId(String text) {
        return text.matches(LOGIN_SESSION_ID);
    }

    private static String hex(SecureRandoms random, int bytes) {
        return HexFormat.of().formatHex(random.bytes(bytes));
    }

    /** Never a secret. */
    @Override
    public String toString() {
        return "HandOffSecrets";
    }
}

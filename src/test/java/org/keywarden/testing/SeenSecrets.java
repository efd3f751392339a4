package org.keywarden.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every secret that the tests of this run made up or were shown. */
public final class SeenSecrets {

    private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();

    private SeenSecrets() {}

    /** Remembers one; the secret part of it, if it is a key. */
    public static void remember(String secret) {
        SECRETS.add(secret.replaceFirst("^[a-z0-9]{2,12}_[0-9a-f]{16}_", ""));
    }

    public static Set<String> all() {
        return Set.copyOf(SECRETS);
    }

    static void lookAt(Answer answer) {
        for (var field : new String[] {"rawApiKey", "token", "temporaryPassword"}) {
            var secret = answer.has(field) ? answer.text(field) : "";
            if (!secret.isEmpty()) {
                remember(secret);
            }
        }
    }
}

package org.keywarden.testing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every secret that the tests of this run made up or were shown. */
public final class SeenSecrets {

    private static final int START = 8; // no secret is shorter
    private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();

    private SeenSecrets() {}

    /** Remembers one; the secret part of it, if it is a key. */
    public static void remember(String secret) {
        SECRETS.add(secret.replaceFirst("^[a-z0-9]{2,12}_[0-9a-f]{16}_", ""));
    }

    /** Those that a text has in it. Looks at each place of the text once, however many there are. */
    public static List<String> in(String text) {
        var byStart =
                SECRETS.stream()
                        .collect(Collectors.groupingBy(secret -> secret.substring(0, START)));
        return IntStream.rangeClosed(0, text.length() - START)
                .mapToObj(
                        place ->
                                byStart
                                        .getOrDefault(
                                                text.substring(place, place + START), List.of())
                                        .stream()
                                        .filter(secret -> text.startsWith(secret, place)))
                .flatMap(Function.identity())
                .toList();
    }

    static void lookAt(Answer answer) {
        for (var field :
                new String[] {
                    "rawApiKey", "token", "temporaryPassword", "access_token", "login_session_id"
                }) {
            var secret = answer.has(field) ? answer.text(field) : "";
            if (!secret.isEmpty()) {
                remember(secret);
            }
        }
    }
}

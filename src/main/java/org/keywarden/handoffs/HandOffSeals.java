package org.keywarden.handoffs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.keywarden.platform.crypto.Hmac;
import org.keywarden.platform.crypto.MasterSecret;
import org.keywarden.platform.crypto.SealBrokenException;
import org.keywarden.platform.crypto.Sealing;

/** Seals what a hand-off must read again later, and remembers keys that it gave out by a keyed digest. */
@ApplicationScoped
class HandOffSeals {

    /** What is sealed; each opens only as what it is, and in its own hand-off. */
    enum Part {
        AUTH_URL,
        VERIFIER,
        KEY
    }

    private static final String PURPOSE = "keywarden/hand-off/key/v1";

    @Inject Sealing sealing;
    @Inject MasterSecret secret;

    private List<Hmac> digests = List.of();

    @PostConstruct
    void derive() {
        digests = secret.hmacs(PURPOSE);
    }

    String close(HandOffId id, Part part, String text) {
        return sealing.seal(place(id, part), text);
    }

    /**
     * Opens a part of a hand-off.
     *
     * @throws SealBrokenException if it was changed, is another's, or its secret is gone
     */
    String open(HandOffId id, Part part, String sealed) {
        return sealing.open(place(id, part), sealed);
    }

    /** What a key is remembered by. */
    String digest(String raw) {
        return digests.get(0).of(raw);
    }

    /** What a key may have been remembered by, before the secret changed too. */
    List<String> digests(String raw) {
        return digests.stream().map(hmac -> hmac.of(raw)).toList();
    }

    private static String place(HandOffId id, Part part) {
        return "hand-off/%s/%s".formatted(id, part.name().toLowerCase(Locale.ROOT));
    }
}

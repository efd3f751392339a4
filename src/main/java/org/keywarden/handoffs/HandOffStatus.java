package org.keywarden.handoffs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a hand-off is. */
public enum HandOffStatus {
    /** The browser has not come back yet. */
    PENDING,
    /** It has, and the provider is asked for the key. */
    PROCESSING,
    /** The key is here, and nobody has it yet. */
    COMPLETE,
    /** Somebody has it, and we do not any more. */
    REDEEMED,
    /** The provider gave no key. */
    FAILED,
    /** The user did not want it to. */
    DENIED,
    /** It took too long, its user gave it up, or there never was one. */
    EXPIRED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more will come of it, however long one waits. */
    boolean isFinal() {
        return this == REDEEMED || this == FAILED || this == DENIED || this == EXPIRED;
    }
}

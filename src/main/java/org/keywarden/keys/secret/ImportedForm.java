package org.keywarden.keys.secret;

import java.util.Arrays;
import java.util.Optional;

/** The forms that a key of another system may be looked for in, once such a key was imported. */
public enum ImportedForm {
    /** The key itself, of a form that is not ours: looked for like our own. */
    RAW("raw"),

    /** Its SHA-256, until the key is used. */
    SHA256("sha256"),

    /** Its scrypt with a fixed salt, until the key is used. */
    NAAP_SCRYPT("naap-scrypt");

    private final String stored;

    ImportedForm(String stored) {
        this.stored = stored;
    }

    /** The name in the database. */
    String stored() {
        return stored;
    }

    /** Reads the name in the database; empty for a form that only a newer node knows. */
    static Optional<ImportedForm> of(String stored) {
        return Arrays.stream(values()).filter(form -> form.stored.equals(stored)).findFirst();
    }
}

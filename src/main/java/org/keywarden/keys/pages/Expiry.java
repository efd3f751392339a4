package org.keywarden.keys.pages;

import java.util.List;
import java.util.Optional;
import org.openapitools.jackson.nullable.JsonNullable;

/** When a key is to expire, as a form says it. */
final class Expiry {

    static final String KEEP = "KEEP";
    static final String NEVER = "NEVER";
    static final String CUSTOM = "CUSTOM";

    /** Days to choose from; all but the last one, which is called a year, are called days. */
    static final List<Integer> PRESETS = List.of(1, 7, 30, 60, 90, 180, 365);

    static final List<Integer> SHORTER_THAN_A_YEAR = PRESETS.subList(0, PRESETS.size() - 1);

    static final int MAX_DAYS = 3650;

    private Expiry() {}

    /**
     * Reads it: undefined to keep the expiry there is, {@code null} for never, else days from now.
     * Empty if it is not as it may be.
     *
     * @param choice one of the names above, or days
     * @param days what was typed as days, if that is the choice
     */
    static Optional<JsonNullable<Integer>> read(String choice, String days) {
        return switch (choice) {
            case KEEP -> Optional.of(JsonNullable.undefined());
            case NEVER -> Optional.of(JsonNullable.of(null));
            case CUSTOM -> days(days.strip());
            default -> days(choice);
        };
    }

    /** Reads that of a key that is to be, which has none to keep. */
    static Optional<JsonNullable<Integer>> ofNewKey(String choice, String days) {
        return read(choice, days).filter(JsonNullable::isPresent);
    }

    private static Optional<JsonNullable<Integer>> days(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        var days = Integer.parseInt(text);
        return days >= 1 && days <= MAX_DAYS
                ? Optional.of(JsonNullable.of(days))
                : Optional.empty();
    }
}

package org.keywarden.keys.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How to rotate a key.
 *
 * @param gracePeriodSeconds for how long the old key goes on working: 0–2 592 000, by default 0
 */
public record RotationBody(
        @Nullable
                @Min(value = 0, message = "must be at least 0")
                @Max(value = 2_592_000, message = "must be at most 2592000")
                Long gracePeriodSeconds) {

    long graceSeconds() {
        return gracePeriodSeconds == null ? 0 : gracePeriodSeconds;
    }
}

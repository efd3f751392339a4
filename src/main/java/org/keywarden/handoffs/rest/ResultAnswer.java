package org.keywarden.handoffs.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.keywarden.handoffs.Delivery;
import org.keywarden.handoffs.HandOffStatus;
import org.keywarden.handoffs.Poll;

/**
 * A complete hand-off, with its key; said once. Before and after there is the status alone.
 *
 * @param accessToken the key
 * @param userId whom the provider issued it to, in its own words, or {@code null}
 * @param expiresInSeconds how long it can be registered
 */
public record ResultAnswer(
        HandOffStatus status,
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("user_id") @Nullable String userId,
        @JsonProperty("expires_in") long expiresInSeconds) {

    /** The status alone. */
    public record StatusAnswer(HandOffStatus status) {}

    static Object of(Poll poll) {
        Delivery delivery = poll.delivery();
        return delivery == null
                ? new StatusAnswer(poll.status())
                : new ResultAnswer(
                        poll.status(), delivery.raw(), delivery.userId(), poll.expiresInSeconds());
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ResultAnswer[" + status + "]";
    }
}

package org.keywarden.handoffs.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.keywarden.handoffs.Started;

/** A hand-off that has begun. */
public record StartAnswer(
        @JsonProperty("auth_url") String authUrl,
        @JsonProperty("login_session_id") String loginSessionId,
        @JsonProperty("expires_in") long expiresInSeconds,
        @JsonProperty("poll_after_ms") long pollAfterMillis) {

    static StartAnswer of(Started started) {
        return new StartAnswer(
                started.authUrl().toString(),
                started.loginSessionId(),
                Started.LIFETIME.toSeconds(),
                Started.POLL_AFTER.toMillis());
    }

    /** Never the login session id. */
    @Override
    public String toString() {
        return "StartAnswer";
    }
}

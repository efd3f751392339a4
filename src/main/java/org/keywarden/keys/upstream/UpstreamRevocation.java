package org.keywarden.keys.upstream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.ProviderKeyRevoked;
import org.keywarden.providers.ProviderId;

/** The revocation of a key at its provider: how far it is, and as long as it is open, what to send. */
@Entity
@Table(name = "upstream_revocation")
class UpstreamRevocation {

    /** Over about a day and a half. */
    static final int MAX_ATTEMPTS = 14;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    @Id
    @Column(name = "key_id")
    private String keyId;

    @Column(name = "provider_id")
    private String providerId;

    @Column(name = "owner_id")
    private String ownerId;

    @Enumerated(EnumType.STRING)
    private UpstreamState state;

    @Column(name = "sealed_token")
    private @Nullable String sealedToken;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @SuppressWarnings("NullAway.Init")
    protected UpstreamRevocation() {} // for JPA

    /**
     * Begins one.
     *
     * @param sealedToken what to send to the provider, or {@code null} if there is nothing to do
     */
    UpstreamRevocation(ProviderKeyRevoked revoked, @Nullable String sealedToken, Instant now) {
        this.keyId = revoked.key().value();
        this.providerId = revoked.provider().value();
        this.ownerId = revoked.owner().value();
        this.sealedToken = sealedToken;
        this.state = sealedToken == null ? UpstreamState.UNSUPPORTED : UpstreamState.PENDING;
        this.nextAttemptAt = now;
    }

    KeyId key() {
        return new KeyId(keyId);
    }

    ProviderId provider() {
        return new ProviderId(providerId);
    }

    String ownerId() {
        return ownerId;
    }

    UpstreamState state() {
        return state;
    }

    Optional<String> sealedToken() {
        return Optional.ofNullable(sealedToken);
    }

    /**
     * Begins the next attempt, if it is time for one; nobody else makes one until the pause after it is
     * over.
     */
    boolean attempt(Instant now) {
        if (state != UpstreamState.PENDING || now.isBefore(nextAttemptAt)) {
            return false;
        }
        nextAttemptAt = now.plus(pause(attempts));
        attempts++;
        return true;
    }

    /** A minute, then twice as long each time, up to six hours. */
    private static Duration pause(int attempts) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 9));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** How many were begun and asked the provider, or may have. */
    int attempts() {
        return attempts;
    }

    /** Takes an attempt back that asked nobody; the pause after it stays. */
    void postpone() {
        attempts--;
    }

    /** Begins anew with something better to send, unless it is done, or there is nothing. */
    void restart(@Nullable String newlySealedToken, Instant now) {
        if (state == UpstreamState.DONE || newlySealedToken == null) {
            return;
        }
        state = UpstreamState.PENDING;
        sealedToken = newlySealedToken;
        attempts = 0;
        nextAttemptAt = now;
    }

    /** Ends it, and forgets what it was done with. */
    void end(UpstreamState outcome) {
        state = outcome;
        sealedToken = null;
    }
}

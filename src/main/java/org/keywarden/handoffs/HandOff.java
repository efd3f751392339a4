package org.keywarden.handoffs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;
import org.keywarden.platform.crypto.Sha256;
import org.keywarden.providers.ProviderId;

/**
 * A hand-off as the database knows it. It is written once and then moved on by {@link HandOffRepository}
 * alone, so an instance is what was true when it was read.
 */
@Entity
@Table(name = "hand_off")
class HandOff {

    /** From its start to its end, whatever happens in between. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    /** How long an exchange can take at most; one that takes longer died with its node. */
    static final Duration EXCHANGE_LIMIT = Duration.ofMinutes(1);

    @Id private String id;

    @Column(name = "session_digest")
    private String sessionDigest;

    @Column(name = "state_digest")
    private String stateDigest;

    @Column(name = "browser_digest")
    private String browserDigest;

    @Column(name = "provider_id")
    private String providerId;

    @Column(name = "user_id")
    private String userId;

    @Enumerated(EnumType.STRING)
    private HandOffStatus status;

    @Column(name = "callback_url")
    private String callbackUrl;

    @Column(name = "sealed_auth_url")
    private @Nullable String sealedAuthUrl;

    @Column(name = "sealed_verifier")
    private @Nullable String sealedVerifier;

    @Column(name = "sealed_key")
    private @Nullable String sealedKey;

    @Column(name = "key_digest")
    private @Nullable String keyDigest;

    @Column(name = "provider_user_id")
    private @Nullable String providerUserId;

    @Column(name = "provider_reference")
    private @Nullable String providerReference;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "claimed_at")
    private @Nullable Instant claimedAt;

    @SuppressWarnings("NullAway.Init")
    protected HandOff() {} // for JPA

    HandOff(
            HandOffId id,
            ProviderId provider,
            UserId user,
            HandOffSecrets secrets,
            URI callback,
            Instant now) {
        this.id = id.value();
        this.providerId = provider.value();
        this.userId = user.value();
        this.sessionDigest = Sha256.hex(secrets.loginSessionId());
        this.stateDigest = Sha256.hex(secrets.state());
        this.browserDigest = Sha256.hex(secrets.browser());
        this.callbackUrl = callback.toString();
        this.status = HandOffStatus.PENDING;
        this.expiresAt = now.plus(LIFETIME);
    }

    /** Keeps what the way back will need, sealed. */
    HandOff sealed(String authUrl, String verifier) {
        sealedAuthUrl = authUrl;
        sealedVerifier = verifier;
        return this;
    }

    HandOffId id() {
        return new HandOffId(id);
    }

    ProviderId provider() {
        return new ProviderId(providerId);
    }

    UserId user() {
        return new UserId(userId);
    }

    URI callback() {
        return URI.create(callbackUrl);
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** Where to send the browser, sealed; there as long as it is pending. */
    String sealedAuthUrl() {
        return Objects.requireNonNull(sealedAuthUrl);
    }

    /** The PKCE verifier, sealed; there as long as it is pending. */
    String sealedVerifier() {
        return Objects.requireNonNull(sealedVerifier);
    }

    /** The key, sealed; there as long as it is complete. */
    String sealedKey() {
        return Objects.requireNonNull(sealedKey);
    }

    @Nullable String providerUserId() {
        return providerUserId;
    }

    @Nullable String providerReference() {
        return providerReference;
    }

    boolean isOf(UserId somebody, ProviderId somewhere) {
        return user().equals(somebody) && provider().equals(somewhere);
    }

    /** Whether a browser's cookie is the one that was set when it began. */
    boolean isBoundTo(String cookie) {
        return Sha256.matches(cookie, browserDigest);
    }

    /** How far it is now. What is over stays what it is; all else fails if abandoned, or expires. */
    HandOffStatus status(Instant now) {
        if (status.isFinal()) {
            return status;
        }
        if (isAbandoned(now)) {
            return HandOffStatus.FAILED;
        }
        return now.isBefore(expiresAt) ? status : HandOffStatus.EXPIRED;
    }

    private boolean isAbandoned(Instant now) {
        return status == HandOffStatus.PROCESSING
                && claimedAt != null
                && !now.isBefore(claimedAt.plus(EXCHANGE_LIMIT));
    }
}

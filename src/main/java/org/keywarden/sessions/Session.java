package org.keywarden.sessions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;
import org.keywarden.platform.crypto.Sha256;
import org.keywarden.platform.id.Ids;

/** A sign-in, from its begin until it is ended or expires. The token names it, never the reverse. */
@Entity
@Table(name = "auth_session")
class Session {

    /** How long somebody stays signed in. */
    static final Duration LIFETIME = Duration.ofHours(12);

    private static final String ID_KIND = "ses";

    @Id private String id;

    @Column(name = "account_id")
    private String accountId;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // queries read it
    private SessionKind kind;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private @Nullable String address;

    @Column(name = "user_agent")
    private @Nullable String userAgent;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected Session() {} // for JPA

    /** That of somebody who signs in here. */
    Session(UserId account, SessionKind kind, Origin origin, Instant createdAt) {
        this(Ids.next(ID_KIND), account, origin, createdAt, createdAt.plus(LIFETIME));
        this.kind = kind;
    }

    /** That of a token from elsewhere, which programs send. */
    Session(String id, UserId account, Origin origin, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.accountId = account.value();
        this.kind = SessionKind.BEARER;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.lastUsedAt = createdAt;
        this.address = origin.address();
        this.userAgent = origin.userAgent();
    }

    /**
     * The id of the session that a foreign token stands for: always the same, so that every node finds
     * the same session, and one that has ended stays so.
     */
    static String idOf(String foreignToken) {
        return ID_KIND + "_" + Sha256.hex(foreignToken).substring(0, 32);
    }

    /** Whether a text from outside can be the id of a session. */
    static boolean isId(String text) {
        return Ids.isOf(ID_KIND, text);
    }

    String id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    UserId account() {
        return new UserId(accountId);
    }

    /** Ends it for good; returns {@code false} if it is over already, and then changes nothing. */
    boolean end(Instant at) {
        if (endedAt != null || !at.isBefore(expiresAt)) {
            return false;
        }
        endedAt = at;
        return true;
    }

    /** As its owner sees it from another one of the own sessions, or from itself. */
    SessionSummary summary(String currentId) {
        return new SessionSummary(
                id, createdAt, lastUsedAt, address, userAgent, id.equals(currentId));
    }
}

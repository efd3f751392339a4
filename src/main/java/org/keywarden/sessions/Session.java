package org.keywarden.sessions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;

/** A sign-in, from its begin until it is ended or expires. The token names it, never the reverse. */
@Entity
@Table(name = "auth_session")
class Session {

    @Id private String id;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Session() {} // for JPA

    Session(String id, UserId account, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.accountId = account.value();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
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

    /** Ends it for good; returns {@code false} if it had ended before, and then changes nothing. */
    boolean end(Instant at) {
        if (endedAt != null) {
            return false;
        }
        endedAt = at;
        return true;
    }
}

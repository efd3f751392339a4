package org.keywarden.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.keywarden.platform.id.Ids;

/** Somebody failed to sign in as a subject. */
@Entity
@Table(name = "sign_in_failure")
@SuppressWarnings("UnusedVariable") // queries read what no method does
class SignInFailure {

    @Id private String id;

    private String subject;

    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected SignInFailure() {} // for JPA

    SignInFailure(String subject, Instant at) {
        this.id = Ids.next("sif");
        this.subject = subject;
        this.at = at;
    }

    Instant at() {
        return at;
    }
}

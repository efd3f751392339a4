package org.keywarden.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.util.Optional;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.sessions.ForeignTokens.ForeignToken;

/** Gives each token of the trusted issuer a session of ours. */
@ApplicationScoped
class ForeignSessions {

    @Inject ForeignTokens tokens;
    @Inject Sessions sessions;
    @Inject DatabaseFailures failures;

    /** The id of the session that a foreign token stands for; empty if it is not good. */
    Optional<String> sessionOf(String token) {
        return tokens.verify(token).map(good -> adopted(Session.idOf(token), good));
    }

    private String adopted(String id, ForeignToken token) {
        try {
            sessions.adopt(id, token);
        } catch (PersistenceException | TransactionalException e) {
            if (!failures.meanDuplicate(e)) {
                throw e;
            }
            // another node was first; its session is this one
        }
        return id;
    }
}

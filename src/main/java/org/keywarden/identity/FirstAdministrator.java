package org.keywarden.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.log.StartScreen;

/** Makes sure that somebody can sign in to a new installation. */
@ApplicationScoped
class FirstAdministrator {

    @Inject Configuration configuration;
    @Inject Accounts accounts;
    @Inject SecureRandoms random;
    @Inject DatabaseFailures failures;
    @Inject StartScreen screen;

    void create(@Observes @Initialized(ApplicationScoped.class) Object started) {
        var wanted = configuration.administrator();
        var password = wanted.password() != null ? wanted.password() : random.text(20);
        try {
            var created = accounts.createFirst(wanted.email(), password);
            if (created.isPresent() && wanted.password() == null) {
                screen.tellPassword(wanted.email(), password);
            }
        } catch (RuntimeException e) {
            if (!failures.meanDuplicate(e)) {
                throw e;
            }
            // another node, starting at the same time, was first
        }
    }
}

package org.keywarden.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.keywarden.platform.config.Configuration;

/** How long a browser's session may go unused. ADR 32. */
@ApplicationScoped
class IdleLimit {

    @Inject Configuration configuration;

    Duration duration() {
        return configuration.idleLimit();
    }

    /**
     * A browser's session that was last noted in use then, or before, is over. It may have been used
     * later than was noted, so that much is added: nobody is thrown out early.
     */
    Instant horizon(Instant now) {
        return now.minus(duration()).minus(SessionUses.LAG);
    }
}

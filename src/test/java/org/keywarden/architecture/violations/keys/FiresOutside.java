package org.keywarden.architecture.violations.keys;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.keywarden.architecture.Violates;
import org.keywarden.platform.event.DomainEvent;

@Violates("CHANGES_ARE_TRANSACTIONAL")
final class FiresOutside {
    @Inject Event<DomainEvent> events;
}

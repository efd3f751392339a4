package org.keywarden.architecture.violations.keys;

import jakarta.inject.Inject;
import java.time.Clock;
import org.keywarden.architecture.Violates;

@Violates("INJECTED_FIELDS_ARE_PACKAGE_PRIVATE")
@SuppressWarnings("unused")
final class HidesItsField {
    @Inject private Clock clock;
}

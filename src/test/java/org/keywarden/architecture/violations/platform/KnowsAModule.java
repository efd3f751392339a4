package org.keywarden.architecture.violations.platform;

import org.keywarden.architecture.Violates;
import org.keywarden.architecture.violations.keys.Innocent;

@Violates({"PLATFORM_KNOWS_NOBODY", "PICTURE"})
@SuppressWarnings("unused")
final class KnowsAModule {
    private final Innocent key = new Innocent();
}

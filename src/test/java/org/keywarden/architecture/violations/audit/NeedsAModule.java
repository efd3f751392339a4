package org.keywarden.architecture.violations.audit;

import org.keywarden.architecture.Violates;
import org.keywarden.architecture.violations.keys.Innocent;

@Violates("PICTURE")
@SuppressWarnings("unused")
final class NeedsAModule {
    private final Innocent key = new Innocent();
}

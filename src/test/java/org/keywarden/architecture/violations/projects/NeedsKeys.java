package org.keywarden.architecture.violations.projects;

import org.keywarden.architecture.Violates;
import org.keywarden.architecture.violations.keys.Innocent;

@Violates({"NO_CYCLES", "PICTURE"})
@SuppressWarnings("unused")
public final class NeedsKeys {
    private final Innocent key = new Innocent();
}

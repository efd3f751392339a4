package org.keywarden.architecture.violations.keys;

import org.keywarden.architecture.Violates;
import org.keywarden.architecture.violations.projects.NeedsKeys;

/** The picture allows this direction, not the other. */
@Violates("NO_CYCLES")
@SuppressWarnings("unused")
final class NeedsProjects {
    private final NeedsKeys project = new NeedsKeys();
}

package org.keywarden.architecture.violations.usage;

import org.keywarden.architecture.Violates;

/** Its package has no package-info. */
@Violates("NULL_IS_MARKED")
final class Unmarked {}

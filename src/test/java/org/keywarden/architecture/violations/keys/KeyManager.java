package org.keywarden.architecture.violations.keys;

import org.keywarden.architecture.Violates;

@Violates("NO_EMPTY_NAMES")
final class KeyManager {}

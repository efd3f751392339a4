package org.keywarden.architecture.violations.keys;

import org.keywarden.architecture.Violates;

@Violates("STORAGE_STAYS_INSIDE")
public final class PublicRepository {}

package org.keywarden.architecture.violations.platform.right;

import org.keywarden.architecture.Violates;
import org.keywarden.architecture.violations.platform.left.Left;

@Violates("NO_CYCLES_IN_PLATFORM")
@SuppressWarnings("unused")
public final class Right {
    private final Class<?> other = Left.class;
}

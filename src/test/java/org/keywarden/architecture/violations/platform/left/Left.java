package org.keywarden.architecture.violations.platform.left;

import org.keywarden.architecture.Violates;
import org.keywarden.architecture.violations.platform.right.Right;

@Violates("NO_CYCLES_IN_PLATFORM")
@SuppressWarnings("unused")
public final class Left {
    private final Class<?> other = Right.class;
}

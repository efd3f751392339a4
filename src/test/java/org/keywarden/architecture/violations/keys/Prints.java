package org.keywarden.architecture.violations.keys;

import java.io.PrintStream;
import org.keywarden.architecture.Violates;

@Violates("NO_CONSOLE")
@SuppressWarnings("unused")
final class Prints {
    private final PrintStream out = System.out;
}

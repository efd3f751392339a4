package org.keywarden.architecture.violations.keys;

import org.keywarden.architecture.Violates;

@Violates("NO_CONSOLE")
final class PrintsTraces {
    void print(Throwable thrown) {
        thrown.printStackTrace();
    }
}

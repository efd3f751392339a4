package org.keywarden.architecture.violations.keys;

import java.util.logging.Logger;
import org.keywarden.architecture.Violates;

@Violates("ONE_LOG")
@SuppressWarnings("unused")
final class LogsByItself {
    private static final Logger LOG = Logger.getLogger("stray");
}

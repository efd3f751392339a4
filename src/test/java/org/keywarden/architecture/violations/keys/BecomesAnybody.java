package org.keywarden.architecture.violations.keys;

import org.keywarden.access.Caller;
import org.keywarden.access.CurrentCaller;
import org.keywarden.architecture.Violates;

@Violates("ONE_NAMES_THE_CALLER")
class BecomesAnybody {
    void become(CurrentCaller current, Caller somebody) {
        current.become(somebody, false);
    }
}

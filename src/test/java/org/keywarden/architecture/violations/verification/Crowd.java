package org.keywarden.architecture.violations.verification;

import org.keywarden.architecture.Violates;

@Violates("MODULES_STAY_SMALL")
interface Crowd {
    /** How many there are beside. */
    int OTHERS = 30;
}

interface Member01 {}

interface Member02 {}

interface Member03 {}

interface Member04 {}

interface Member05 {}

interface Member06 {}

interface Member07 {}

interface Member08 {}

interface Member09 {}

interface Member10 {}

interface Member11 {}

interface Member12 {}

interface Member13 {}

interface Member14 {}

interface Member15 {}

interface Member16 {}

interface Member17 {}

interface Member18 {}

interface Member19 {}

interface Member20 {}

interface Member21 {}

interface Member22 {}

interface Member23 {}

interface Member24 {}

interface Member25 {}

interface Member26 {}

interface Member27 {}

interface Member28 {}

interface Member29 {}

interface Member30 {}

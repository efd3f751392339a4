package org.keywarden.platform.message;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** Knows which language somebody has chosen for good; a module above implements it as a bean. */
public interface LocalePreference {

    /** What whoever sends this request has chosen, if anything. */
    Optional<Locale> of(HttpServletRequest request);
}

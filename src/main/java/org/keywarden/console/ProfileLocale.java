package org.keywarden.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.keywarden.access.CurrentCaller;
import org.keywarden.identity.Profile;
import org.keywarden.identity.Profiles;
import org.keywarden.platform.message.LocalePreference;

/** Has pages speak the language that somebody has chosen in the profile. */
@ApplicationScoped
class ProfileLocale implements LocalePreference {

    @Inject CurrentCaller caller;
    @Inject Profiles profiles;

    @Override
    public Optional<Locale> of(HttpServletRequest request) {
        return caller.find().map(profiles::of).map(Profile::locale).map(Locale::forLanguageTag);
    }
}

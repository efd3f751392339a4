package org.keywarden.handoffs.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import org.keywarden.handoffs.BrowserBinding;
import org.keywarden.handoffs.Started;
import org.keywarden.platform.config.Configuration;

/** Makes the cookies that bind hand-offs to browsers. */
@ApplicationScoped
class BindingCookies {

    @Inject Configuration configuration;

    NewCookie of(BrowserBinding binding) {
        return cookie(binding.name(), binding.value(), (int) Started.LIFETIME.toSeconds());
    }

    /** Has the browser forget one. */
    NewCookie spent(String name) {
        return cookie(name, "", 0);
    }

    private NewCookie cookie(String name, String value, int maxAgeSeconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .secure(configuration.isProduction())
                // Lax, not Strict: it must come along when the provider sends the browser back
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}

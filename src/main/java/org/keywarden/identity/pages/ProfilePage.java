package org.keywarden.identity.pages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.Role;
import org.keywarden.access.TokenType;
import org.keywarden.identity.ProfileChange;
import org.keywarden.identity.Profiles;
import org.keywarden.identity.Theme;
import org.keywarden.platform.faces.Actions;
import org.keywarden.platform.faces.Reload;
import org.keywarden.platform.message.Languages;

/** Backs {@code console/profile.xhtml}: what the caller is called, and how pages speak and look. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class ProfilePage {

    @Inject Profiles profiles;
    @Inject CurrentCaller caller;
    @Inject Actions actions;
    @Inject Reload reload;

    private String name = "";
    private String locale = "";
    private Theme theme = Theme.SYSTEM;

    @PostConstruct
    void read() {
        var profile = profiles.of(caller.get());
        name = Objects.requireNonNullElse(profile.name(), "");
        locale = Objects.requireNonNullElse(profile.locale(), "");
        theme = profile.theme();
    }

    /** Takes effect at once, all over the page. */
    public void save() {
        actions.attempt(
                () -> {
                    profiles.change(caller.get(), new ProfileChange(name, locale, theme));
                    reload.require();
                },
                "profile.saved");
    }

    public String getEmail() {
        return profiles.of(caller.get()).email();
    }

    public boolean isAdministrator() {
        return profiles.of(caller.get()).role() == Role.ADMIN;
    }

    /** All that pages speak. */
    public List<Locale> getLanguages() {
        return Languages.ALL;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** A language tag; empty if the browser decides. */
    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }

    public Theme getTheme() {
        return theme;
    }

    public void setTheme(Theme theme) {
        this.theme = theme;
    }
}

package org.keywarden.platform.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Locale;
import org.keywarden.platform.message.Language;

/** The language of the page at hand: a page that is sent again keeps the one that it was made in. */
@ApplicationScoped
class ViewLocale {

    @Inject Language language;

    Locale get() {
        var faces = FacesContext.getCurrentInstance();
        return faces == null || faces.getViewRoot() == null
                ? language.locale()
                : faces.getViewRoot().getLocale();
    }
}

package org.keywarden.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.keywarden.platform.message.Language;
import org.primefaces.PrimeFaces;

/**
 * Has the browser load the page anew once it has the answer to an action, since what was changed shows
 * all over it. What the action tells is told on the new page, and in its language.
 */
@RequestScoped
public class Reload {

    @Inject Language language;

    public void require() {
        FacesContext.getCurrentInstance().getViewRoot().setLocale(language.reconsider());
        PrimeFaces.current().ajax().addCallbackParam("kwReload", true);
    }
}

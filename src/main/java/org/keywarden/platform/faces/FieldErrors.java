package org.keywarden.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;

/** Says at a field what is wrong with it, where an action finds that out. */
@RequestScoped
public class FieldErrors {

    @Inject PageMessages texts;

    /**
     * Says it.
     *
     * @param field the field's id in the page, such as {@code editForm:days}
     * @param message the message that says what is wrong
     */
    public void reject(String field, String message, Object... arguments) {
        var faces = FacesContext.getCurrentInstance();
        if (faces.getViewRoot().findComponent(field) instanceof UIInput input) {
            input.setValid(false);
        }
        var text = texts.of(message, arguments);
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }
}

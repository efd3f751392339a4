package org.keywarden.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.keywarden.platform.message.Messages;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.problem.Violation;

/** Says at a field what is wrong with it, where an action finds that out. */
@RequestScoped
public class FieldErrors {

    @Inject Messages messages;
    @Inject PageMessages texts;

    /**
     * Says it.
     *
     * @param field the field's id in the page, such as {@code editForm:days}
     * @param message the message that says what is wrong
     */
    public void reject(String field, String message, Object... arguments) {
        mark(field);
        FacesContext.getCurrentInstance().addMessage(field, error(texts.of(message, arguments)));
    }

    /** Only marks it as wrong, where something else says why. */
    public void mark(String field) {
        var page = FacesContext.getCurrentInstance().getViewRoot();
        if (page.findComponent(field) instanceof UIInput input) {
            input.setValid(false);
        }
    }

    /**
     * Tells what a module refuses, in the words of {@code problem.field.<code>}, at the fields of the form
     * whose button was pressed. A field's id is the name that it has in the API.
     *
     * @return whether that was all of it
     */
    public boolean tell(ProblemException refusal) {
        return refusal instanceof ValidationException invalid
                && invalid.violations().stream().filter(violation -> !tell(violation)).count() == 0;
    }

    private boolean tell(Violation violation) {
        var faces = FacesContext.getCurrentInstance();
        var button = UIComponent.getCurrentComponent(faces);
        if (!(button.findComponent(violation.field()) instanceof UIInput field)) {
            return false;
        }
        field.setValid(false);
        faces.addMessage(field.getClientId(faces), error(text(violation.code())));
        return true;
    }

    private String text(String code) {
        var key = "problem.field." + code;
        return texts.get(messages.knows(key) ? key : "problem.field.INVALID");
    }

    private static FacesMessage error(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null);
    }
}

package org.keywarden.platform.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.FacesValidator;
import jakarta.faces.validator.Validator;
import jakarta.faces.validator.ValidatorException;
import org.jspecify.annotations.Nullable;

/** Wants a box ticked; that a box is required says nothing to Faces, for which an empty one is filled in. */
@FacesValidator("ticked")
public class TickedValidator implements Validator<Boolean> {

    @Override
    public void validate(FacesContext faces, UIComponent box, @Nullable Boolean ticked) {
        if (ticked == null || !ticked) {
            var text = CDI.current().select(PageMessages.class).get().get("problem.field.required");
            throw new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        }
    }
}

package org.keywarden.identity.pages;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.FacesValidator;
import jakarta.faces.validator.Validator;
import org.jspecify.annotations.Nullable;
import org.keywarden.identity.EmailAddress;

/** Says at its field what cannot be an e-mail address. */
@FacesValidator("email")
public class EmailValidator implements Validator<String> {

    @Override
    public void validate(FacesContext faces, UIComponent field, @Nullable String value) {
        if (value != null && !EmailAddress.isPlausible(value.strip())) {
            throw Refusals.of("users.email.invalid");
        }
    }
}

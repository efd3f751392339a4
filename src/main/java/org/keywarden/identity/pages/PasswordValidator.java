package org.keywarden.identity.pages;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.FacesValidator;
import jakarta.faces.validator.Validator;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.text.Texts;

/** Says at its field what is no password for an account: by the rules of the API. */
@FacesValidator("password")
public class PasswordValidator implements Validator<String> {

    private static final int MIN = 12;
    private static final int MAX = 200;

    @Override
    public void validate(FacesContext faces, UIComponent field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        var length = value.codePointCount(0, value.length());
        if (length < MIN || length > MAX || !Texts.isPlain(value)) {
            throw Refusals.of("users.password.invalid", MIN, MAX);
        }
    }
}

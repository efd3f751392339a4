package org.keywarden.platform.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.FacesValidator;
import jakarta.faces.validator.Validator;
import jakarta.faces.validator.ValidatorException;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.text.Texts;

/**
 * Says at its field what is wrong with a line that somebody typed. By the rules of {@link
 * org.keywarden.platform.text.Text}; the field has the attribute {@code kwMax}, in code points.
 */
@FacesValidator("text")
public class TextValidator implements Validator<String> {

    @Override
    public void validate(FacesContext faces, UIComponent field, @Nullable String value) {
        var text = value == null ? "" : value.strip();
        var max = Integer.parseInt(String.valueOf(field.getAttributes().get("kwMax")));
        if (text.codePointCount(0, text.length()) > max) {
            throw refuse("problem.field.tooLong", max);
        }
        if (!Texts.isPlain(text)) {
            throw refuse("problem.field.notPlain");
        }
    }

    private static ValidatorException refuse(String key, Object... arguments) {
        var text = CDI.current().select(PageMessages.class).get().of(key, arguments);
        return new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }
}

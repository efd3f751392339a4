package org.keywarden.identity.pages;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.validator.ValidatorException;
import org.keywarden.platform.faces.PageMessages;

/** What is wrong with a field, in the language of the page. */
final class Refusals {

    private Refusals() {}

    static ValidatorException of(String message, Object... arguments) {
        var text = CDI.current().select(PageMessages.class).get().of(message, arguments);
        return new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }
}

package org.keywarden.identity.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.identity.Accounts;
import org.keywarden.platform.faces.Actions;
import org.keywarden.platform.faces.PageMessages;
import org.keywarden.platform.text.Texts;

/** Backs the dialog of {@code console/profile.xhtml} that changes the password. It never shows one. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class PasswordPage {

    private static final int MIN = 12;
    private static final int MAX = 200;

    @Inject Accounts accounts;
    @Inject CurrentCaller caller;
    @Inject Actions actions;
    @Inject PageMessages messages;

    private String current = "";
    private String wanted = "";

    /** The other sessions end with the old password. */
    public void change() {
        actions.attemptIn(
                "password",
                () -> accounts.changePassword(caller.get(), current, wanted),
                "profile.password.changed");
    }

    /**
     * Holds the new password to the rule of the API.
     *
     * @throws ValidatorException if it is too short, too long, or no plain text
     */
    public void judge(FacesContext faces, UIComponent field, @Nullable String value) {
        var text = value == null ? "" : value;
        var length = text.codePointCount(0, text.length());
        if (length < MIN || length > MAX || !Texts.isPlain(text)) {
            throw refuse("profile.password.rule");
        }
    }

    /**
     * Compares with what was typed before, whether that is acceptable or not.
     *
     * @throws ValidatorException if it is another one
     */
    public void compare(FacesContext faces, UIComponent field, @Nullable String value) {
        var first = faces.getExternalContext().getRequestParameterMap().get("passwordForm:wanted");
        if (value == null || !value.equals(first)) {
            throw refuse("profile.password.differs");
        }
    }

    private ValidatorException refuse(String message) {
        var text = messages.get(message);
        return new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    /** Nothing: a page never gives a password back. */
    public @Nullable String getCurrent() {
        return null;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    /** Nothing: a page never gives a password back. */
    public @Nullable String getWanted() {
        return null;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }
}

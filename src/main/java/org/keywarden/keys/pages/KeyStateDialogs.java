package org.keywarden.keys.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.keys.Keys;
import org.keywarden.platform.faces.Actions;

/** The dialogs to disable, enable and revoke a key. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class KeyStateDialogs {

    @Inject KeyAtHand key;
    @Inject Keys keys;
    @Inject CurrentCaller caller;
    @Inject Actions actions;

    private boolean understood;

    /** Opens the dialog to disable the key that a button asked for. */
    public void openDisable() {
        key.open("disable");
    }

    /** Opens the dialog to enable the key that a button asked for. */
    public void openEnable() {
        key.open("enable");
    }

    /** Opens the dialog to revoke the key that a button asked for. */
    public void openRevoke() {
        key.open("revoke");
    }

    public void disable() {
        actions.attemptIn(
                "disable",
                () -> keys.disable(caller.get(), key.getId()),
                "keys.disabled",
                key.getName());
    }

    public void enable() {
        actions.attemptIn(
                "enable",
                () -> keys.enable(caller.get(), key.getId()),
                "keys.enabled",
                key.getName());
    }

    /** Never without {@link #isUnderstood()}, which the form requires. */
    public void revoke() {
        actions.attemptIn(
                "revoke",
                () -> keys.revoke(caller.get(), key.getId()),
                "keys.revoked",
                key.getName());
    }

    /** Whether somebody said that it is clear what revoking means. */
    public boolean isUnderstood() {
        return understood;
    }

    public void setUnderstood(boolean understood) {
        this.understood = understood;
    }
}

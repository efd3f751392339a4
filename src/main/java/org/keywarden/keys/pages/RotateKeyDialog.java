package org.keywarden.keys.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.keys.Keys;
import org.keywarden.platform.faces.Actions;

/** The dialog to rotate a key, after which the secret of the new one is shown. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class RotateKeyDialog {

    @Inject KeyAtHand key;
    @Inject Keys keys;
    @Inject IssuedSecret secret;
    @Inject CurrentCaller caller;
    @Inject Actions actions;

    private long overlap;

    /** Opens it about the key that a button asked for. */
    public void open() {
        key.open("rotate");
    }

    public void rotate() {
        actions.attemptIn(
                "rotate",
                () -> secret.show(keys.rotate(caller.get(), key.getId(), overlap)),
                "keys.rotated",
                key.getName());
    }

    /** For how many seconds the old key goes on working. */
    public long getOverlap() {
        return overlap;
    }

    public void setOverlap(long overlap) {
        this.overlap = overlap;
    }
}

package org.keywarden.keys.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.handoffs.HandOffs;
import org.keywarden.platform.faces.Parameters;
import org.primefaces.PrimeFaces;

/** Tells {@code hand-off.js} how far a hand-off is, and gives it up. The key waits for the form. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class HandOffWait {

    /** What {@code hand-off.js} asks with. Filters of the page have other names, without a colon. */
    static final String SESSION = "handOff:session";

    private static final String PROVIDER = "handOff:provider";

    @Inject HandOffs handOffs;
    @Inject CurrentCaller caller;
    @Inject Parameters parameters;

    public void look() {
        var status = handOffs.status(caller.get(), parameter(PROVIDER), parameter(SESSION));
        PrimeFaces.current().ajax().addCallbackParam("kwStatus", status.wireName());
    }

    /** So that nothing comes of it any more, should the browser still come back. */
    public void cancel() {
        handOffs.cancel(caller.get(), parameter(PROVIDER), parameter(SESSION));
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(parameters.sent(name), "");
    }
}

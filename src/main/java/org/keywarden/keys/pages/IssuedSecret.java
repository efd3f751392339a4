package org.keywarden.keys.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.TokenType;
import org.keywarden.keys.IssuedKey;
import org.keywarden.platform.faces.Dialogs;
import org.keywarden.platform.request.PublicOrigin;

/**
 * Backs {@code WEB-INF/console/keys/secret.xhtml}: a new key with its secret, in the answer that brings it
 * and in no other. The dialog takes it out of the page when it closes. Whoever uses it updates {@code
 * issuedSecret}.
 */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class IssuedSecret {

    @Inject Dialogs dialogs;
    @Inject PublicOrigin origin;
    @Inject HttpServletRequest request;

    private @Nullable IssuedKey issued;

    /** Has the answer at hand show a key. */
    public void show(IssuedKey key) {
        issued = key;
        dialogs.open("secret");
    }

    public boolean isShown() {
        return issued != null;
    }

    /** The label of the key, else how it begins. */
    public String getName() {
        var key = Objects.requireNonNull(issued).key();
        return key.label() == null ? key.keyPrefix() : key.label();
    }

    public String getRaw() {
        return Objects.requireNonNull(issued).rawApiKey();
    }

    /** What to do with it. */
    public IssuedSnippets getSnippets() {
        return new IssuedSnippets(getRaw(), origin.of(request) + request.getContextPath());
    }
}

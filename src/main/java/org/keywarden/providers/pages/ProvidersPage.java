package org.keywarden.providers.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.providers.Provider;
import org.keywarden.providers.Providers;

/** Backs {@code console/providers.xhtml}: the providers that everybody may get a key from. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class ProvidersPage {

    @Inject Providers providers;
    @Inject CurrentCaller caller;

    /** A provider, and the letter that stands for its picture: a foreign one is never loaded. */
    public record Tile(Provider provider, String initial) {

        static Tile of(Provider provider) {
            var name = provider.displayName();
            var initial = name.substring(0, name.offsetByCodePoints(0, 1));
            return new Tile(provider, initial.toUpperCase(Locale.ROOT));
        }
    }

    public List<Tile> getTiles() {
        return providers.enabled().stream().map(Tile::of).toList();
    }

    /**
     * Whether the page has the part of the administrators. Others are shown none, but whatever they
     * send to it reaches the guard, which refuses it; else it would pass for a success.
     */
    public boolean isAdministered() {
        var phase = FacesContext.getCurrentInstance().getCurrentPhaseId();
        return caller.get().isAdministrator() || phase != PhaseId.RENDER_RESPONSE;
    }
}

package org.keywarden.authentication.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keywarden.access.CurrentCaller;
import org.keywarden.authentication.Csrf;

/** The token that a browser's session needs for unsafe calls. */
@Path("auth/csrf")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CsrfResource {

    @Inject Csrf csrf;
    @Inject CurrentCaller caller;

    /** Tells the token of the caller's session; another site's script cannot read the answer. */
    @GET
    @Operation(hidden = true)
    public CsrfToken token() {
        return new CsrfToken(csrf.tokenOf(caller.get()));
    }

    /** To be sent as {@code X-CSRF-Token}. */
    public record CsrfToken(String token) {}
}

package org.keywarden.providers.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keywarden.access.AnonymousAccess;
import org.keywarden.providers.Providers;

/** The billing providers, for anybody. */
@Path("billing-providers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProvidersResource {

    @Inject Providers providers;

    /** Lists the providers that can be used, in their order. */
    @GET
    @AnonymousAccess
    @Operation(summary = "Lists the billing providers that can be used, in their order")
    public ProviderList list() {
        return ProviderList.of(providers);
    }
}

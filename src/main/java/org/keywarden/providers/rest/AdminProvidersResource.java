package org.keywarden.providers.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.RequiresRole;
import org.keywarden.access.Role;
import org.keywarden.providers.ProviderCatalogue;

/** The catalogue of billing providers. Hidden, hence sessions only: no key can administer. */
@Path("admin/billing-providers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class AdminProvidersResource {

    @Inject ProviderCatalogue catalogue;
    @Inject CurrentCaller caller;

    /** Lists all providers in their order. */
    @GET
    @Operation(hidden = true)
    public AdminProviderList list() {
        return new AdminProviderList(catalogue.list().stream().map(AdminProviderView::of).toList());
    }

    /** Adds a provider. */
    @POST
    @Operation(hidden = true)
    public Response create(
            @NotNull(message = "is required") @Valid NewProviderBody body, @Context UriInfo uri) {
        var created = catalogue.create(caller.get(), body.toEntry(), body.toSecret());
        var view = AdminProviderView.of(created);
        var location = uri.getAbsolutePathBuilder().path(view.id().value()).build();
        return Response.created(location).entity(new AdminProviderAnswer(view)).build();
    }

    /** Reads one provider. */
    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public AdminProviderAnswer get(@PathParam("id") String id) {
        return new AdminProviderAnswer(AdminProviderView.of(catalogue.get(id)));
    }

    /** Changes a provider. */
    @PATCH
    @Path("{id}")
    @Operation(hidden = true)
    public AdminProviderAnswer change(
            @PathParam("id") String id,
            @NotNull(message = "is required") @Valid ProviderPatchBody body) {
        var changed = catalogue.change(caller.get(), id, body.toPatch());
        return new AdminProviderAnswer(AdminProviderView.of(changed));
    }

    /** Deletes a provider that nothing refers to. */
    @DELETE
    @Path("{id}")
    @Operation(hidden = true)
    public void remove(@PathParam("id") String id) {
        catalogue.remove(caller.get(), id);
    }

    /** One provider. */
    public record AdminProviderAnswer(AdminProviderView provider) {}

    /** The whole catalogue. */
    public record AdminProviderList(List<AdminProviderView> providers) {}
}

package org.keywarden.keys.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.keys.IssuedKey;
import org.keywarden.keys.KeySummary;
import org.keywarden.keys.Keys;
import org.keywarden.keys.ProviderKeys;
import org.keywarden.keys.upstream.UpstreamRevocations;
import org.keywarden.platform.paging.PageRequest;

/** The caller's API keys. Sessions only: no key can manage keys. */
@Path("developer/keys")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class KeysResource {

    @Inject Keys keys;
    @Inject ProviderKeys providerKeys;
    @Inject UpstreamRevocations upstream;
    @Inject CurrentCaller caller;

    /** Lists the caller's keys, the newest first. */
    @GET
    @Operation(summary = "Lists the caller's keys, the newest first")
    public KeyList list(@BeanParam KeyQuery query, @BeanParam PageRequest page) {
        var found = keys.list(caller.get().user(), query.filter(), page.bounds());
        var ids = found.rows().stream().map(KeySummary::id).toList();
        return KeyList.of(found, upstream.states(ids));
    }

    /** Issues or registers a key. No other answer but that of a rotation ever carries its secret. */
    @POST
    @Operation(summary = "Issues a key, or registers one of a provider, and shows it, this once")
    @APIResponseSchema(
            value = IssuedKeyAnswer.class,
            responseCode = "201",
            responseDescription = "Issued; the only answer with the secret")
    @APIResponse(
            responseCode = "400",
            description =
                    "INVALID_PROJECT_ID, INVALID_BILLING_PROVIDER, INVALID_MODEL, "
                            + "LOGIN_SESSION_NOT_USABLE, RAW_KEY_NOT_RECOGNIZED")
    @APIResponse(responseCode = "409", description = "KEY_ALREADY_REGISTERED")
    public Response issue(
            @NotNull(message = "is required") @Valid NewKeyBody body, @Context UriInfo uri) {
        var wish = body.toWish();
        var issued =
                wish.source() == null
                        ? keys.issue(caller.get(), wish)
                        : providerKeys.register(caller.get(), wish);
        return created(issued, uri.getAbsolutePathBuilder().build());
    }

    /** Reads one key. */
    @GET
    @Path("{id}")
    @Operation(summary = "Reads one key")
    public KeyAnswer get(@PathParam("id") String id) {
        return answer(keys.get(caller.get().user(), id));
    }

    /** Changes label, description, scopes or expiry of a key. */
    @PATCH
    @Path("{id}")
    @Operation(summary = "Changes label, description, scopes or expiry of a key")
    @APIResponse(responseCode = "409", description = "KEY_REVOKED, KEY_ALREADY_ROTATED")
    public KeyAnswer change(
            @PathParam("id") String id,
            @NotNull(message = "is required") @Valid KeyPatchBody body) {
        return answer(keys.change(caller.get(), id, body.toPatch()));
    }

    /** Puts a key out of use until it is enabled. */
    @POST
    @Path("{id}/disable")
    @Operation(summary = "Puts a key out of use until it is enabled")
    @APIResponse(responseCode = "409", description = "KEY_REVOKED")
    public KeyAnswer disable(@PathParam("id") String id) {
        return answer(keys.disable(caller.get(), id));
    }

    /** Puts a disabled key into use. */
    @POST
    @Path("{id}/enable")
    @Operation(summary = "Puts a disabled key into use")
    @APIResponse(responseCode = "409", description = "KEY_REVOKED")
    public KeyAnswer enable(@PathParam("id") String id) {
        return answer(keys.enable(caller.get(), id));
    }

    /** Issues a successor with the same settings; the old key ends at once, or after a grace. */
    @POST
    @Path("{id}/rotate")
    @Operation(summary = "Issues a successor; the old key ends at once, or after a grace period")
    @APIResponseSchema(
            value = IssuedKeyAnswer.class,
            responseCode = "201",
            responseDescription = "Rotated; the only answer with the new secret")
    @APIResponse(
            responseCode = "409",
            description =
                    "KEY_NOT_ROTATABLE, KEY_ALREADY_ROTATED, KEY_REVOKED, KEY_DISABLED, KEY_EXPIRED")
    public Response rotate(
            @PathParam("id") String id, @Valid @Nullable RotationBody body, @Context UriInfo uri) {
        var grace = body == null ? 0 : body.graceSeconds();
        var collection = uri.getBaseUriBuilder().path(KeysResource.class).build();
        return created(keys.rotate(caller.get(), id, grace), collection);
    }

    /** Revokes a key for good. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Revokes a key for good")
    public void revoke(@PathParam("id") String id) {
        keys.revoke(caller.get(), id);
    }

    private KeyAnswer answer(KeySummary key) {
        return new KeyAnswer(KeyView.of(key, upstream.states(List.of(key.id())).get(key.id())));
    }

    private static Response created(IssuedKey issued, URI collection) {
        var location = URI.create(collection + "/" + issued.key().id());
        return Response.created(location).entity(IssuedKeyAnswer.of(issued)).build();
    }
}

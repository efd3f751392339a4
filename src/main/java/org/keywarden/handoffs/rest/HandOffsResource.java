package org.keywarden.handoffs.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.AnonymousAccess;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.RateLimit;
import org.keywarden.access.TokenType;
import org.keywarden.handoffs.BindingCookies;
import org.keywarden.handoffs.Callbacks;
import org.keywarden.handoffs.Gateway;
import org.keywarden.handoffs.HandOffRefusedException;
import org.keywarden.handoffs.HandOffs;
import org.keywarden.handoffs.Outcome;
import org.keywarden.handoffs.Visitor;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.request.PublicOrigin;

/** Gets a key from a billing provider. */
@Path("auth/providers/{slug}")
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class HandOffsResource {

    @Inject HandOffs handOffs;
    @Inject Callbacks callbacks;
    @Inject CurrentCaller caller;
    @Inject PublicOrigin origin;
    @Inject OutcomePages pages;
    @Inject BindingCookies cookies;

    /** Begins a hand-off and binds it to this browser. */
    @POST
    @Path("start")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RateLimit(name = HandOffs.START, perMinute = HandOffs.STARTS_PER_MINUTE)
    @Operation(summary = "Begins to get a key from a billing provider")
    @APIResponseSchema(
            value = StartAnswer.class,
            responseCode = "200",
            responseDescription = "Open auth_url in a browser, and poll the result")
    @APIResponse(responseCode = "400", description = "INVALID_BILLING_PROVIDER")
    @APIResponse(responseCode = "500", description = "CALLBACK_ORIGIN_MISSING")
    public Response start(
            @PathParam("slug") String slug,
            @Valid @Nullable StartBody body,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        var gateway = body == null ? Gateway.NONE : body.gateway();
        var started = handOffs.start(caller.get(), slug, gateway, origin.of(request));
        cookies.set(response, started.binding());
        return Response.ok(StartAnswer.of(started)).build();
    }

    /** Sends a browser to the provider. */
    @GET
    @Path("redirect")
    @AnonymousAccess
    @Operation(hidden = true)
    public Response redirect(
            @PathParam("slug") String slug,
            @QueryParam("login_session_id") List<String> ids,
            @Context HttpServletRequest request,
            @Context HttpHeaders headers) {
        try {
            var authUrl = handOffs.authUrl(slug, LoginSessionIds.one(ids), visitor(request));
            return Response.status(Response.Status.FOUND).location(authUrl).build();
        } catch (HandOffRefusedException refusal) {
            return refuse(refusal, refusal.outcome(), headers);
        } catch (ValidationException refusal) {
            return refuse(refusal, Outcome.INCOMPLETE, headers);
        }
    }

    /** With a page for people, and a problem for programs. */
    private Response refuse(ProblemException refusal, Outcome outcome, HttpHeaders headers) {
        if (headers.getAcceptableMediaTypes().stream()
                .noneMatch(type -> type.getSubtype().equals("html"))) {
            throw refusal;
        }
        return pages.of(outcome, refusal.status());
    }

    /** Takes a browser back from the provider, and shows it what came of it. */
    @GET
    @Path("callback")
    @AnonymousAccess
    @Operation(hidden = true)
    public Response callback(
            @PathParam("slug") String slug,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            // whoever only looks must not use up the code
            return pages.of(Outcome.INCOMPLETE);
        }
        var arrival = callbacks.arrive(slug, uri.getQueryParameters(), visitor(request));
        if (arrival.spentCookie() != null) {
            cookies.forget(response, arrival.spentCookie());
        }
        return pages.of(arrival.outcome());
    }

    /** Tells how far a hand-off is, and gives out its key, once. */
    @GET
    @Path("result")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells how far it is, and gives out the key, once")
    @APIResponseSchema(
            value = ResultAnswer.class,
            responseCode = "200",
            responseDescription = "The key with status complete, once; else the status alone")
    @APIResponse(responseCode = "403", description = "LOGIN_SESSION_FORBIDDEN")
    public Response result(
            @PathParam("slug") String slug,
            @QueryParam("login_session_id") List<String> ids,
            @Context HttpServletRequest request) {
        var id = LoginSessionIds.one(ids);
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            handOffs.status(caller.get(), slug, id);
            return Response.ok().build(); // an answer without a body must not use up the key
        }
        return Response.ok(ResultAnswer.of(handOffs.poll(caller.get(), slug, id))).build();
    }

    private Visitor visitor(HttpServletRequest request) {
        return new Visitor(caller.find().orElse(null), cookies.sent(request));
    }
}

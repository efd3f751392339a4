package org.keywarden.sessions.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.AnonymousAccess;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.RateLimit;
import org.keywarden.access.TokenType;
import org.keywarden.identity.Accounts;
import org.keywarden.identity.User;
import org.keywarden.platform.text.Text;
import org.keywarden.sessions.Origin;
import org.keywarden.sessions.SessionKind;
import org.keywarden.sessions.SessionSummary;
import org.keywarden.sessions.Sessions;

/** Signing in and out, and the sessions between. */
@Path("auth")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class SessionsResource {

    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject CurrentCaller caller;

    /** Signs in with an e-mail address and a password. */
    @POST
    @Path("login")
    @AnonymousAccess
    @RateLimit(name = Sessions.SIGN_IN, perMinute = Sessions.SIGN_INS_PER_MINUTE)
    @Operation(summary = "Signs in with an e-mail address and a password")
    @APIResponse(responseCode = "401", description = "INVALID_CREDENTIALS")
    public LoginAnswer login(
            @NotNull(message = "is required") @Valid Login body, @Context HttpHeaders headers) {
        var proof = accounts.authenticate(body.email(), body.password());
        var userAgent = headers.getHeaderString(HttpHeaders.USER_AGENT);
        var begun = sessions.begin(proof, Origin.of(userAgent), SessionKind.BEARER);
        return new LoginAnswer(begun.token(), "Bearer", begun.expiresAt(), begun.user());
    }

    /** Ends the session and with it this token. */
    @POST
    @Path("logout")
    @Operation(hidden = true)
    public void logout() {
        sessions.end(caller.get());
    }

    /** Lists the caller's sessions that are not over, the newest first. */
    @GET
    @Path("sessions")
    @Operation(hidden = true)
    public SessionList list() {
        return new SessionList(sessions.of(caller.get()));
    }

    /** Ends one of the caller's sessions. */
    @DELETE
    @Path("sessions/{id}")
    @Operation(hidden = true)
    public void end(@PathParam("id") String id) {
        sessions.end(caller.get(), id);
    }

    /** Ends all of the caller's sessions but this one. */
    @DELETE
    @Path("sessions")
    @Operation(hidden = true)
    public void endOthers() {
        sessions.endOthers(caller.get());
    }

    /** What to sign in with. */
    public record Login(
            @NotNull(message = "is required") @Text(max = 254) String email,
            @NotNull(message = "is required") String password) {

        /** Never the password. */
        @Override
        public String toString() {
            return "Login";
        }
    }

    /** A session's token. */
    public record LoginAnswer(String token, String tokenType, Instant expiresAt, User user) {}

    /** The sessions of the caller. */
    public record SessionList(List<SessionSummary> sessions) {}
}

package org.keywarden.identity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;
import org.keywarden.access.UnauthenticatedException;
import org.keywarden.identity.Accounts;
import org.keywarden.identity.User;
import org.keywarden.platform.text.Text;

/** The caller's own account. */
@Path("auth")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class AccountResource {

    @Inject Accounts accounts;
    @Inject CurrentCaller caller;

    /** Tells who is calling. */
    @GET
    @Path("me")
    @AllowedTokenTypes({TokenType.SESSION_TOKEN, TokenType.API_KEY})
    @Operation(summary = "Tells who is calling")
    public Me me() {
        var current = caller.get();
        var user =
                accounts.find(current.user()).orElseThrow(() -> new UnauthenticatedException(true));
        var isKey = current.tokenType() == TokenType.API_KEY;
        return new Me(
                user,
                current.tokenType(),
                isKey ? current.credentialId() : null,
                isKey ? current.scopes().stream().sorted().toList() : null);
    }

    /** Changes the caller's password and ends the other sessions. */
    @POST
    @Path("password")
    @Operation(summary = "Changes the caller's password and ends the caller's other sessions")
    @APIResponse(responseCode = "400", description = "CURRENT_PASSWORD_WRONG")
    public void changePassword(@NotNull(message = "is required") @Valid PasswordChange body) {
        accounts.changePassword(caller.get(), body.currentPassword(), body.newPassword());
    }

    /** The old password and the new one. */
    public record PasswordChange(
            @NotNull(message = "is required") String currentPassword,
            @NotNull(message = "is required")
                    @Text(
                            min = 12,
                            max = 200,
                            trimmed = false,
                            message = "must have 12 to 200 characters, and no control character")
                    String newPassword) {

        /** Never a password. */
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    /** Who is calling; key id and scopes only for an API key. */
    public record Me(
            User user,
            TokenType tokenType,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String keyId,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Scope> scopes) {}
}

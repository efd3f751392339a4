package org.keywarden.identity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.RequiresRole;
import org.keywarden.access.Role;
import org.keywarden.identity.AccountSummary;
import org.keywarden.identity.Users;
import org.keywarden.platform.paging.Page;
import org.keywarden.platform.paging.PageRequest;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.text.Texts;

/** All accounts, for administrators. Hidden, hence sessions only: no key can administer. */
@Path("admin/users")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class AdminUsersResource {

    private static final int MAX_TEXT = 255;

    @Inject Users users;
    @Inject CurrentCaller caller;

    /** Lists the accounts by e-mail address. */
    @GET
    @Operation(hidden = true)
    public UserList list(@QueryParam("q") @Nullable String q, @BeanParam PageRequest page) {
        return UserList.of(users.list(filter(q), page.bounds()));
    }

    private static @Nullable String filter(@Nullable String q) {
        var text = Texts.trimmedOrNull(q);
        if (text != null && (text.length() > MAX_TEXT || !Texts.isPlain(text))) {
            throw new ValidationException(
                    "q",
                    "INVALID_TEXT",
                    "must have at most 255 characters, none a control character");
        }
        return text;
    }

    /** Creates an account. */
    @POST
    @Operation(hidden = true)
    public Response create(
            @NotNull(message = "is required") @Valid NewUserBody body, @Context UriInfo uri) {
        var created = users.create(caller.get(), body.toWish());
        var location = uri.getAbsolutePathBuilder().path(created.user().id().value()).build();
        return Response.created(location)
                .entity(new NewUserAnswer(created.user(), created.temporaryPassword()))
                .build();
    }

    /** Changes name, role or suspension of an account. */
    @PATCH
    @Path("{id}")
    @Operation(hidden = true)
    public UserAnswer change(
            @PathParam("id") String id,
            @NotNull(message = "is required") @Valid UserPatchBody body) {
        return new UserAnswer(users.change(caller.get(), id, body.toPatch()));
    }

    /** Gives an account a temporary password and ends its sessions. */
    @POST
    @Path("{id}/reset-password")
    @Operation(hidden = true)
    public ResetAnswer resetPassword(@PathParam("id") String id) {
        return new ResetAnswer(users.resetPassword(caller.get(), id));
    }

    /** One account. */
    public record UserAnswer(AccountSummary user) {}

    /** A new account; the password is there unless the request brought one. */
    public record NewUserAnswer(
            AccountSummary user,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String temporaryPassword) {

        /** Never the password. */
        @Override
        public String toString() {
            return "NewUserAnswer[" + user.id() + "]";
        }
    }

    /** What to sign in with from now on. */
    public record ResetAnswer(String temporaryPassword) {

        /** Never the password. */
        @Override
        public String toString() {
            return "ResetAnswer";
        }
    }

    /** A page of accounts. */
    public record UserList(
            List<AccountSummary> users, int page, int pageSize, long total, int totalPages) {

        static UserList of(Page<AccountSummary> page) {
            return new UserList(
                    page.rows(),
                    page.bounds().page(),
                    page.bounds().size(),
                    page.total(),
                    page.totalPages());
        }
    }
}

package org.keywarden.projects.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.RequiresScope;
import org.keywarden.access.Scope;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.text.Text;
import org.keywarden.projects.ProjectId;
import org.keywarden.projects.ProjectName;
import org.keywarden.projects.ProjectSummary;
import org.keywarden.projects.Projects;

/** The caller's projects. */
@Path("developer/projects")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProjectsResource {

    @Inject Projects projects;
    @Inject CurrentCaller caller;

    /** Lists the caller's projects, the default one first, then by name. */
    @GET
    @Operation(summary = "Lists the caller's projects, the default one first, then by name")
    public ProjectList list() {
        var all = projects.of(caller.get().user());
        var counts = projects.keyCounts(all.stream().map(ProjectSummary::id).toList());
        return new ProjectList(
                all.stream()
                        .map(project -> view(project, counts.getOrDefault(project.id(), 0L)))
                        .toList());
    }

    /** Creates a project. */
    @POST
    @Operation(summary = "Creates a project")
    @APIResponseSchema(
            value = ProjectAnswer.class,
            responseCode = "201",
            responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "PROJECT_NAME_TAKEN")
    public Response create(
            @NotNull(message = "is required") @Valid NewName body, @Context UriInfo uri) {
        var project = projects.create(caller.get(), new ProjectName(body.name()));
        var location = uri.getAbsolutePathBuilder().path(project.id().value()).build();
        return Response.created(location).entity(new ProjectAnswer(view(project, 0))).build();
    }

    /** Reads one project. */
    @GET
    @Path("{id}")
    @Operation(summary = "Reads one project")
    public ProjectAnswer get(@PathParam("id") String id) {
        return answer(projects.get(caller.get().user(), id));
    }

    /** Renames a project. */
    @PATCH
    @Path("{id}")
    @Operation(summary = "Renames a project")
    @APIResponse(responseCode = "409", description = "PROJECT_NAME_TAKEN")
    public ProjectAnswer rename(
            @PathParam("id") String id, @NotNull(message = "is required") @Valid NewName body) {
        return answer(projects.rename(caller.get(), id, new ProjectName(body.name())));
    }

    /** Deletes a project; its keys are kept for the record, revoked. */
    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Deletes a project; with revokeKeys=true also one with keys that still work")
    @APIResponse(responseCode = "409", description = "PROJECT_NOT_EMPTY")
    public void delete(
            @PathParam("id") String id, @QueryParam("revokeKeys") @Nullable String revokeKeys) {
        projects.delete(caller.get(), id, flag(revokeKeys));
    }

    /** Makes a project the default for new keys. It changes one, hence "update". */
    @POST
    @Path("{id}/set-default")
    @RequiresScope(Scope.UPDATE)
    @Operation(summary = "Makes a project the default for new keys")
    public ProjectAnswer setDefault(@PathParam("id") String id) {
        return answer(projects.setDefault(caller.get(), id));
    }

    /** Leaves the caller without a default project. It changes one, hence "update". */
    @POST
    @Path("clear-default")
    @RequiresScope(Scope.UPDATE)
    @Operation(summary = "Leaves the caller without a default project")
    public void clearDefault() {
        projects.clearDefault(caller.get());
    }

    private ProjectAnswer answer(ProjectSummary project) {
        var counts = projects.keyCounts(List.of(project.id()));
        return new ProjectAnswer(view(project, counts.getOrDefault(project.id(), 0L)));
    }

    private static ProjectView view(ProjectSummary project, long keys) {
        return new ProjectView(
                project.id(),
                project.name(),
                project.isDefault(),
                project.createdAt(),
                new Count(keys));
    }

    private static boolean flag(@Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new ValidationException("revokeKeys", "UNKNOWN_VALUE", "must be true or false");
    }

    /** A name for a project. */
    public record NewName(
            @NotNull(message = "is required") @Text(min = 1, max = ProjectName.MAX_LENGTH)
                    String name) {}

    /** A project on the wire. */
    public record ProjectView(
            ProjectId id,
            String name,
            @JsonProperty("isDefault") boolean isDefault,
            Instant createdAt,
            @JsonProperty("_count") Count count) {}

    /** How much a project holds. */
    public record Count(long apiKeys) {}

    /** One project. */
    public record ProjectAnswer(ProjectView project) {}

    /** All projects of the caller. */
    public record ProjectList(List<ProjectView> projects) {}
}

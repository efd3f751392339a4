package org.keywarden.imports.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.RequiresRole;
import org.keywarden.access.Role;
import org.keywarden.access.Scope;
import org.keywarden.access.ScopeList;
import org.keywarden.imports.KeyImports;
import org.keywarden.keys.LeakedKeys;
import org.keywarden.platform.http.MaxBody;

/** What administrators do to the keys of others. Hidden from OpenAPI, hence for sessions only. */
@Path("admin/keys")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class AdminKeysResource {

    private static final long MAX_IMPORT_BYTES = 64L * 1024 * 1024;

    @Inject KeyImports imports;
    @Inject LeakedKeys leaked;
    @Inject CurrentCaller caller;
    @Inject ObjectMapper json;

    /** Imports keys of another system, as they are or as digests; a bad row never stops the rest. */
    @POST
    @Path("import")
    @MaxBody(MAX_IMPORT_BYTES)
    @Operation(hidden = true, summary = "Imports keys of another system")
    public ImportAnswer importKeys(InputStream body) throws IOException {
        var wish = ImportReader.read(json, body);
        return ImportAnswer.of(wish, imports.importAll(caller.get(), wish.keys(), wish.dryRun()));
    }

    /** Sets the scopes of all legacy keys, which ends their legacy access. */
    @POST
    @Path("backfill-scopes")
    @Operation(hidden = true, summary = "Sets the scopes of all legacy keys")
    public BackfillAnswer backfill(@NotNull(message = "is required") @Valid BackfillBody body) {
        var scopes = ScopeList.distinct(body.scopes());
        var dryRun = Boolean.TRUE.equals(body.dryRun());
        return new BackfillAnswer(dryRun, imports.backfill(caller.get(), scopes, dryRun));
    }

    /** Revokes keys that leaked, whoever owns them; texts that are no keys are counted. */
    @POST
    @Path("revoke-leaked")
    @Operation(hidden = true, summary = "Revokes keys that leaked")
    public LeakAnswer revokeLeaked(@NotNull(message = "is required") @Valid LeakBody body) {
        var found = leaked.find(body.texts());
        leaked.revoke(caller.get(), found);
        return new LeakAnswer(found.texts(), found.unknown());
    }

    /**
     * The scopes that legacy keys shall have.
     *
     * @param scopes 1–4 distinct ones
     * @param dryRun whether only to count the keys
     */
    public record BackfillBody(
            @NotNull(message = "is required")
                    @Size(min = 1, max = 4, message = "must be 1 to 4 scopes")
                    List<@NotNull(message = "must not be null") Scope> scopes,
            @Nullable Boolean dryRun) {}

    /** How many keys were legacy keys until now, or still are after a dry run. */
    public record BackfillAnswer(boolean dryRun, long changed) {}

    /**
     * Texts that were found where no key must be.
     *
     * @param keys 1–1000, of any content
     */
    public record LeakBody(
            @NotNull(message = "is required")
                    @Size(min = 1, max = 1000, message = "must be 1 to 1000 keys")
                    List<@NotNull(message = "must not be null") String> keys) {

        Set<String> texts() {
            return keys.stream().map(String::strip).collect(Collectors.toSet());
        }

        /** Never the keys. */
        @Override
        public String toString() {
            return "LeakBody";
        }
    }

    /** How many of the distinct texts are keys, revoked by now, and how many are none. */
    public record LeakAnswer(int revoked, int unknown) {}
}

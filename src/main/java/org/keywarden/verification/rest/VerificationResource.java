package org.keywarden.verification.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.CountsRefusalsOnly;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.RequiresScope;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.keys.KeyId;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.text.Text;
import org.keywarden.projects.ProjectId;
import org.keywarden.verification.Code;
import org.keywarden.verification.Verification;
import org.keywarden.verification.Verifications;

/** Verification of keys that somebody presented to the caller. It changes nothing, hence "read". */
@Path("keys")
@ApplicationScoped // on the hot path one instance serves all; it holds no state
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequiresScope(Scope.READ)
public class VerificationResource {

    @Inject Verifications verifications;
    @Inject CurrentCaller caller;

    /** Says whether a key opens what was asked for; if not, why. */
    @POST
    @Path("verify")
    @CountsRefusalsOnly
    @Operation(summary = "Says whether a key opens what was asked for, and if not, why")
    public VerificationView verify(@NotNull(message = "is required") @Valid PresentedKey body) {
        return VerificationView.of(
                verifications.verify(caller.get(), body.key(), body.neededScope()));
    }

    /** The HTTP methods that stand for a scope. */
    public enum Method {
        GET,
        HEAD,
        POST,
        PUT,
        PATCH,
        DELETE;

        /** Reads the name, in upper case as HTTP has it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Method of(String name) {
            return valueOf(name);
        }
    }

    /**
     * A key to verify.
     *
     * @param key as it was presented
     * @param requiredScope what the request at hand needs
     * @param method the HTTP method of that request, instead of the scope
     * @param clientIp where that request came from
     */
    public record PresentedKey(
            @NotNull(message = "is required") String key,
            @Nullable Scope requiredScope,
            @Nullable Method method,
            @Nullable @Text(max = 64) String clientIp) {

        @Nullable Scope neededScope() {
            if (requiredScope != null && method != null) {
                throw new ValidationException(
                        "method", "INVALID_COMBINATION", "must not stand beside requiredScope");
            }
            return method == null ? requiredScope : Scope.ofMethod(method.name()).orElseThrow();
        }

        /** Never the key. */
        @Override
        public String toString() {
            return "PresentedKey";
        }
    }

    /** The outcome; what the caller may not know, or the key does not have, is left out. */
    @JsonInclude(Include.NON_NULL)
    public record VerificationView(
            boolean valid,
            Code code,
            @Nullable KeyId keyId,
            @Nullable UserId ownerId,
            @Nullable ProjectId projectId,
            @Nullable String label,
            @Nullable List<Scope> scopes,
            @Nullable Instant expiresAt) {

        static VerificationView of(Verification verification) {
            var key = verification.key();
            if (key == null) {
                return new VerificationView(
                        false, verification.code(), null, null, null, null, null, null);
            }
            return new VerificationView(
                    verification.isValid(),
                    verification.code(),
                    key.id(),
                    key.owner(),
                    key.project(),
                    key.label(),
                    key.scopes().stream().sorted().toList(),
                    key.expiresAt());
        }
    }
}

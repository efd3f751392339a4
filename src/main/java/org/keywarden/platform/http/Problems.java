package org.keywarden.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.log.Log;
import org.keywarden.platform.problem.NotFoundException;
import org.keywarden.platform.problem.ProblemException;

/** The one place where a throwable becomes a refusal. */
@ApplicationScoped
public class Problems {

    private record Known(String errorCode, String detail) {}

    private static final Map<Integer, Known> BY_STATUS =
            Map.of(
                    400, new Known("BAD_REQUEST", "The request cannot be understood."),
                    405, new Known("METHOD_NOT_ALLOWED", "This path does not take this method."),
                    406, new Known("NOT_ACCEPTABLE", "This path answers application/json only."),
                    413, new Known("PAYLOAD_TOO_LARGE", "The body is too large."),
                    414, new Known("URI_TOO_LONG", "The address is too long."),
                    415, new Known("UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json."),
                    431, new Known("REQUEST_HEADERS_TOO_LARGE", "The headers are too large."));

    private static final Log LOG = Log.of(Problems.class);

    @Inject DatabaseFailures databaseFailures;

    /** The refusal that a throwable means. What nobody foresaw is logged, and told to nobody. */
    public ProblemException of(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return refusal;
            }
        }
        if (thrown instanceof WebApplicationException web) {
            return ofStatus(web.getResponse().getStatus());
        }
        if (databaseFailures.meanUnavailable(thrown)) {
            LOG.warning("Database unavailable", "cause", DatabaseFailures.rootOf(thrown));
            return unavailable();
        }
        LOG.error("Unhandled error", thrown);
        return internalError();
    }

    static ProblemException ofStatus(int status) {
        if (status == 404) {
            return new NotFoundException();
        }
        var known = BY_STATUS.get(status);
        if (known != null) {
            return new ProblemException(status, known.errorCode(), known.detail());
        }
        return status >= 400 && status < 500
                ? new ProblemException(status, "BAD_REQUEST", "The request cannot be understood.")
                : internalError();
    }

    private static ProblemException internalError() {
        return new ProblemException(
                500,
                "INTERNAL_ERROR",
                "Something went wrong here; the log has it by the request id.");
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                        503, "SERVICE_UNAVAILABLE", "The database does not answer; try again soon.")
                .header("Retry-After", "5");
    }
}

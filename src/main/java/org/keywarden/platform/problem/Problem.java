package org.keywarden.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error answer, {@code application/problem+json}.
 *
 * @param type {@code /problems/} and the error code in kebab case
 * @param title the error code as words
 * @param status the HTTP status
 * @param detail what happened, and what the caller can do
 * @param instance the path that was asked for, never its query
 * @param errorCode what a client decides by
 * @param requestId the same as in the {@code X-Request-Id} header and in the log
 * @param members what else belongs to this code
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String instance,
        String errorCode,
        String requestId,
        @JsonAnyGetter Map<String, Object> members) {

    /** The media type of this body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Describes a refusal of the request at hand. */
    public static Problem of(ProblemException refusal, String instance, String requestId) {
        var words = refusal.errorCode().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Problem(
                "/problems/" + words.replace(' ', '-'),
                Character.toUpperCase(words.charAt(0)) + words.substring(1),
                refusal.status(),
                refusal.getMessage(),
                instance,
                refusal.errorCode(),
                requestId,
                refusal.members());
    }
}

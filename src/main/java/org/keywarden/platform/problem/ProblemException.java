package org.keywarden.platform.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal that the caller can act on. Modules extend it with a class named for the fact.
 *
 * <p>Its message becomes the {@code detail} of the answer, so it never holds a secret, a digest, a
 * token or SQL.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String errorCode;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * @param status the HTTP status, 400–599
     * @param errorCode upper snake case; clients decide by it
     * @param detail a sentence for the caller
     */
    public ProblemException(int status, String errorCode, String detail) {
        super(detail);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** Adds a member to the answer; returns this. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds a header to the answer; returns this. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String errorCode() {
        return errorCode;
    }

    public Map<String, Object> members() {
        return members;
    }

    public Map<String, String> headers() {
        return headers;
    }
}

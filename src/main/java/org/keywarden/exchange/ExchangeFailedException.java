package org.keywarden.exchange;

/**
 * A provider did not do what was asked of it. Its message is for our log and says nothing that the
 * provider said, nor anything secret.
 */
public class ExchangeFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It did not answer, or not in time. */
        UNREACHABLE,
        /** It answered 429 or 5xx. */
        UNWELL,
        /** It answered 4xx: what the browser brought is not good, or our client is not. */
        REFUSED,
        /** Its answer makes no sense: redirect, too large, no JSON, no key. */
        UNUSABLE,
        /** It failed so often that it is left alone for a while. */
        CIRCUIT_OPEN,
        /** Its address is not one that we call. */
        FORBIDDEN_ADDRESS,
        /** Keywarden is: too many calls are under way, or it stops. */
        BUSY
    }

    private final Reason reason;

    public ExchangeFailedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether nobody was asked, for a reason that may pass. */
    public boolean isUnasked() {
        return reason == Reason.CIRCUIT_OPEN;
    }
}

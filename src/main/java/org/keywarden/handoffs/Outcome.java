package org.keywarden.handoffs;

/** How a browser's step of a hand-off ended: what its page says. */
public enum Outcome {
    /** The key has arrived. */
    COMPLETE(200),
    /** The user refused at the provider. */
    DENIED(400),
    /** The provider gave no key. */
    FAILED(400),
    /** Too much time has passed since the start. */
    EXPIRED(400),
    /** This step was done before: a reload, or the way back. */
    ALREADY_USED(400),
    /** Somebody else started it, or another browser. */
    OTHER_BROWSER(400),
    /** There is no such hand-off with this provider. */
    UNKNOWN(400),
    /** Parameters are missing, repeated or unusable. */
    INCOMPLETE(400);

    private final int status;

    Outcome(int status) {
        this.status = status;
    }

    /** The status of the page, unless the step has one of its own. */
    public int status() {
        return status;
    }

    /** The key of the message that says in a few words what happened. */
    public String titleMessage() {
        return "handOff." + name() + ".title";
    }

    /** The key of the message that says it in full. */
    public String textMessage() {
        return "handOff." + name() + ".text";
    }

    /** The key of the message that says what to do now. */
    public String nextMessage() {
        return switch (this) {
            case COMPLETE, ALREADY_USED -> "handOff.goBack";
            case OTHER_BROWSER -> "handOff.sameBrowser";
            case DENIED, FAILED, EXPIRED, UNKNOWN, INCOMPLETE -> "handOff.startAgain";
        };
    }

    /** Whether nothing more will come of the hand-off in this browser. */
    boolean isOver() {
        return switch (this) {
            case COMPLETE, DENIED, FAILED, EXPIRED, ALREADY_USED -> true;
            case OTHER_BROWSER, UNKNOWN, INCOMPLETE -> false;
        };
    }

    /** What to say where a hand-off is that far already. */
    static Outcome of(HandOffStatus status) {
        return switch (status) {
            case PENDING, PROCESSING, COMPLETE, REDEEMED -> ALREADY_USED;
            case FAILED -> FAILED;
            case DENIED -> DENIED;
            case EXPIRED -> EXPIRED;
        };
    }
}

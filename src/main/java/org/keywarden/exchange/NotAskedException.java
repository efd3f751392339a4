package org.keywarden.exchange;

/** A failure of ours, not of the provider, about whose health it says nothing. */
class NotAskedException extends ExchangeFailedException {

    private static final long serialVersionUID = 1L;

    NotAskedException(String message) {
        this(Reason.REFUSED, message);
    }

    NotAskedException(Reason reason, String message) {
        super(reason, message);
    }

    @Override
    public boolean isUnasked() {
        return true;
    }
}

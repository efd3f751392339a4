package org.keywarden.exchange;

/** A refusal without asking the provider, about whose health it says nothing. */
class NotAskedException extends ExchangeFailedException {

    private static final long serialVersionUID = 1L;

    NotAskedException(String message) {
        super(Reason.REFUSED, message);
    }
}

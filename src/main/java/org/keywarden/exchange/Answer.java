package org.keywarden.exchange;

import org.keywarden.exchange.ExchangeFailedException.Reason;

/** What a provider answered, whole. */
final class Answer {

    private static final int TOO_MANY_REQUESTS = 429;

    private final int status;
    private final byte[] body;

    Answer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /**
     * The body, if this is a success.
     *
     * @throws ExchangeFailedException saying which failure it is else
     */
    byte[] wanted() {
        if (status / 100 == 2) {
            return body;
        }
        throw new ExchangeFailedException(reason(), "It answered %d".formatted(status));
    }

    private Reason reason() {
        if (status == TOO_MANY_REQUESTS || status / 100 == 5) {
            return Reason.UNWELL;
        }
        return status / 100 == 4 ? Reason.REFUSED : Reason.UNUSABLE;
    }
}

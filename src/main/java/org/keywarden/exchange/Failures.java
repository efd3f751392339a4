package org.keywarden.exchange;

import java.io.IOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;
import org.keywarden.exchange.Destinations.ForbiddenAddressException;
import org.keywarden.exchange.ExchangeFailedException.Reason;

/** Says in our own words why a call failed: the messages of causes may quote what was sent or received. */
final class Failures {

    private Failures() {}

    static ExchangeFailedException of(@Nullable Throwable cause) {
        if (cause instanceof ExchangeFailedException failure) {
            return failure;
        } else if (cause instanceof ForbiddenAddressException) {
            return new ExchangeFailedException(
                    Reason.FORBIDDEN_ADDRESS, "Its address is not on the public internet");
        } else if (cause instanceof ConnectionRequestTimeoutException) {
            return busy("Too many connections to providers are in use");
        } else if (cause instanceof UnknownHostException) {
            return unreachable("Its name has no address");
        } else if (cause instanceof SSLException) {
            return unreachable("No connection by TLS, or its certificate is not trusted");
        } else if (isMalformed(cause)) {
            return unusable("Its answer is not HTTP");
        } else if (cause instanceof NoHttpResponseException) {
            return unreachable("It closed the connection without an answer");
        } else if (cause instanceof IOException) {
            return unreachable("It cannot be connected to, or broke off");
        }
        throw new IllegalStateException("A call to a provider broke", cause);
    }

    /** The provider cannot be asked now, which is not its fault. */
    static ExchangeFailedException busy(String message) {
        return new NotAskedException(Reason.BUSY, message);
    }

    /** The provider did not answer. */
    static ExchangeFailedException unreachable(String message) {
        return new ExchangeFailedException(Reason.UNREACHABLE, message);
    }

    /** What the provider answered is of no use. */
    static ExchangeFailedException unusable(String message) {
        return new ExchangeFailedException(Reason.UNUSABLE, message);
    }

    /** Whether a server spoke, but not the protocol. */
    private static boolean isMalformed(@Nullable Throwable cause) {
        return cause instanceof ClientProtocolException
                || cause instanceof HttpException
                || cause instanceof MessageConstraintException
                || cause instanceof MalformedChunkCodingException;
    }
}

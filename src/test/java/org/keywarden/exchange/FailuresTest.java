package org.keywarden.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.exchange.ExchangeFailedException.Reason;

@DisplayName("A failure")
class FailuresTest {

    @Test
    @DisplayName("to get a connection of ours is not the provider's")
    void isOurs() {
        var failure = Failures.of(new ConnectionRequestTimeoutException("all in use"));

        assertThat(failure.reason()).isEqualTo(Reason.BUSY);
        assertThat(failure.isUnasked()).isTrue();
    }

    @Test
    @DisplayName("to connect is the provider's, which was asked")
    void isTheProviders() {
        var failure = Failures.of(new ConnectException("refused"));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.isUnasked()).isFalse();
    }
}

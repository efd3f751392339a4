package org.keywarden.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The current caller")
class CurrentCallerTest {

    private final CurrentCaller current = new CurrentCaller();

    @Test
    @DisplayName("is nobody until authentication says who")
    void isNobodyAtFirst() {
        assertThat(current.find()).isEmpty();
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(current::get);
    }

    @Test
    @DisplayName("is whom authentication found")
    void isTheVerifiedOne() {
        var caller = Callers.session();

        current.become(caller, false);

        assertThat(current.find()).contains(caller);
        assertThat(current.get()).isSameAs(caller);
    }
}

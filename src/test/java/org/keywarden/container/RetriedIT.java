package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("A retried method")
class RetriedIT {

    private static final String CONFLICT = "40001";

    @Inject Stubborn stubborn;
    @Inject UserTransaction transaction;

    private final List<Object> tries = new ArrayList<>();

    @Test
    @DisplayName("runs once when nothing is in its way")
    void runsOnce() {
        stubborn.doIt(tries, 0, CONFLICT);

        assertThat(tries).hasSize(1);
    }

    @Test
    @DisplayName("runs again after a conflict, each time in a transaction of its own")
    void runsAgain() {
        stubborn.doIt(tries, 4, CONFLICT);

        assertThat(tries).hasSize(5).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    @DisplayName("gives up after five tries, with the last failure")
    void givesUp() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> stubborn.doIt(tries, Integer.MAX_VALUE, CONFLICT))
                .withMessageContaining("try 5");
        assertThat(tries).hasSize(5);
    }

    @Test
    @DisplayName("does not run again after a failure that is no conflict")
    void doesNotRepeatOtherFailures() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> stubborn.doIt(tries, Integer.MAX_VALUE, "42601"));
        assertThat(tries).hasSize(1);
    }

    @Test
    @DisplayName("does not run again inside the transaction of somebody else, which is lost")
    void doesNotRepeatWhenNested() throws Exception {
        transaction.begin();

        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> stubborn.doIt(tries, Integer.MAX_VALUE, CONFLICT));

        transaction.rollback();
        assertThat(tries).hasSize(1);
    }
}

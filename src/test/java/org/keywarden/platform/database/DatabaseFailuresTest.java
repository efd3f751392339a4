package org.keywarden.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A failure of the database")
class DatabaseFailuresTest {

    private final DatabaseFailures failures = new DatabaseFailures();

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("is told by its SQL state, however deep it lies")
    @CsvSource({
        "23505, unique violation,       true,  true,  false",
        "23503, foreign key,            true,  false, false",
        "23506, foreign key of H2,      true,  false, false",
        "40001, serialization failure,  true,  false, false",
        "40P01, deadlock,               true,  false, false",
        "HYT00, lock time-out of H2,    true,  false, false",
        "08006, connection failure,     false, false, true",
        "08001, cannot connect,         false, false, true",
        "53300, too many connections,   false, false, true",
        "57P01, administrator shutdown, false, false, true",
        "57P03, cannot connect now,     false, false, true",
        "90098, H2 is closed,           false, false, true",
        "42601, syntax error,           false, false, false",
        "22001, value too long,         false, false, false",
        "57014, query cancelled,        false, false, false"
    })
    void isToldByState(
            String state, String name, boolean conflict, boolean duplicate, boolean unavailable) {
        var failure = wrapped(new SQLException(name, state));

        assertThat(failures.meanConflict(failure)).isEqualTo(conflict);
        assertThat(failures.meanDuplicate(failure)).isEqualTo(duplicate);
        assertThat(failures.meanUnavailable(failure)).isEqualTo(unavailable);
    }

    @Test
    @DisplayName("is a reference to the row that was to go")
    void knowsReferences() {
        assertThat(failures.meanReferenced(wrapped(new SQLException("child", "23503")))).isTrue();
        assertThat(failures.meanReferenced(wrapped(new SQLException("parent", "23506")))).isFalse();
        assertThat(failures.meanReferenced(wrapped(new SQLException("same", "23505")))).isFalse();
    }

    @Test
    @DisplayName("is a conflict when somebody else changed the row first")
    void knowsOptimisticLocking() {
        var failure = wrapped(new OptimisticLockException("changed"));

        assertThat(failures.meanConflict(failure)).isTrue();
        assertThat(failures.meanDuplicate(failure)).isFalse();
    }

    @Test
    @DisplayName("is unavailability when the pool has no connection left")
    void knowsTheEmptyPool() {
        var allocation = new ResourceAllocationException("In-use connections equal max-pool-size");
        var pool = new SQLException("Error in allocating a connection. Cause: timeout");

        assertThat(failures.meanUnavailable(wrapped(allocation))).isTrue();
        assertThat(failures.meanUnavailable(wrapped(pool))).isTrue();
    }

    @Test
    @DisplayName("is nothing that another exception can mean")
    void isNoOtherFailure() {
        for (@Nullable String message : new @Nullable String[] {null, "", "boom"}) {
            var failure = wrapped(new IllegalStateException(message));

            assertThat(failures.meanConflict(failure)).isFalse();
            assertThat(failures.meanDuplicate(failure)).isFalse();
            assertThat(failures.meanUnavailable(failure)).isFalse();
        }
        assertThat(failures.meanConflict(new SQLException("without a state"))).isFalse();
    }

    @Test
    @DisplayName("is logged by its root, which is where the reason stands")
    void tellsItsRoot() {
        var failure = wrapped(new SQLException("the reason", "08006"));

        assertThat(DatabaseFailures.rootOf(failure)).isEqualTo("SQLException: the reason");
    }

    private static Throwable wrapped(Throwable cause) {
        return new IllegalStateException("outer", new PersistenceException("inner", cause));
    }
}

package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.keywarden.testing.Account.fields;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Eventually;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("The use of a key")
class UsageIT {

    private static final String COUNTERS =
            "select sum(requests), sum(denied) from key_usage where key_id = ?";

    @Test
    @DisplayName("shows in lastUsedAt")
    void showsLastUse(Account anna) {
        var key = anna.issue();
        var used = Instant.now();

        anna.verify(key.raw());

        var read = Eventually.eventually(key::read, k -> !k.get("key.lastUsedAt").isNull());
        assertThat(read.time("key.lastUsedAt")).isCloseTo(used, within(5, ChronoUnit.SECONDS));
    }

    @Test
    @DisplayName("counts granted and denied verifications, each once")
    void countsExactly(Account anna, TestDatabase database) {
        var key = anna.issue();

        Parallel.times(20, () -> anna.verify(key.raw()));
        Parallel.times(
                5,
                () ->
                        anna.api()
                                .post(
                                        "/keys/verify",
                                        fields("key", key.raw(), "requiredScope", "write")));

        var counters =
                Eventually.eventually(
                        () -> database.rows(COUNTERS, key.id()).toString(),
                        rows -> rows.startsWith("[[25, "));
        assertThat(counters).isEqualTo("[[25, 5]]");
    }

    @Test
    @DisplayName("by a refused request leaves lastUsedAt empty")
    void ignoresRefusals(Account anna, TestDatabase database) {
        var key = anna.issue();
        key.disable();

        anna.verify(key.raw());

        Eventually.eventually(
                () -> database.rows(COUNTERS, key.id()).toString(), "[[1, 1]]"::equals);
        assertThat(key.read().get("key.lastUsedAt").isNull()).isTrue();
    }
}

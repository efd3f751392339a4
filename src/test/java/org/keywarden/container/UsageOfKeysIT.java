package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Eventually.eventually;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.keys.IssuedKey;
import org.keywarden.keys.Keys;
import org.keywarden.keys.NewKey;
import org.keywarden.usage.Bucket;
import org.keywarden.usage.Usage;
import org.keywarden.usage.UsageSeries.Point;
import org.keywarden.verification.Code;
import org.keywarden.verification.Verifications;

@ExtendWith(ArquillianExtension.class)
@DisplayName("The usage of keys")
class UsageOfKeysIT {

    @Inject Keys keys;
    @Inject Usage usage;
    @Inject Verifications verifications;
    @Inject Database database;
    @Inject Clock clock;

    private Caller caller;

    @BeforeEach
    void signIn() {
        caller = database.newDeveloper();
    }

    @Test
    @DisplayName("is told by outcome, of a key and of all keys of an owner")
    void tellsOutcomes() {
        var first = newKey();
        var second = newKey();
        var now = clock.instant();
        verifications.verify(caller, first.rawApiKey(), Scope.READ);
        verifications.verify(caller, first.rawApiKey(), Scope.WRITE);
        verifications.verify(caller, second.rawApiKey(), null);

        var from = now.minus(Duration.ofHours(3));
        var to = now.plus(Duration.ofHours(1));
        var ofOwner =
                eventually(
                        () -> usage.ofOwner(caller.user(), from, to, Bucket.HOUR),
                        series -> series.total() == 3);
        var ofFirst = usage.ofKey(first.key().id(), from, to, Bucket.DAY);

        assertThat(ofOwner.granted()).isEqualTo(2);
        assertThat(ofOwner.points())
                .hasSizeBetween(4, 5)
                .filteredOn(p -> p.total() == 0)
                .isNotEmpty();
        assertThat(ofFirst.points())
                .filteredOn(point -> point.total() > 0)
                .extracting(Point::counts)
                .containsExactly(Map.of(Code.VALID, 1L, Code.INSUFFICIENT_SCOPE, 1L));
    }

    @Test
    @DisplayName("tells denials without an outcome from before as such")
    void tellsOldDenials() {
        var hour = clock.instant().minus(Duration.ofDays(200)).truncatedTo(ChronoUnit.HOURS);
        var key = newKey().key().id();
        database.update(
                "insert into key_usage (key_id, hour_start, requests, denied) values (?, ?, 10, 3)",
                key.value(),
                Timestamp.from(hour));

        var series = usage.ofKey(key, hour, hour.plusSeconds(1), Bucket.HOUR);

        assertThat(series.points()).containsExactly(new Point(hour, Map.of(Code.VALID, 7L), 3));
    }

    @Test
    @DisplayName("is nobody's where nobody used a key")
    void tellsNothing() {
        var now = clock.instant();

        var series = usage.ofOwner(UserId.next(), now.minus(Duration.ofDays(366)), now, Bucket.DAY);

        assertThat(series.points()).hasSizeBetween(366, 367).allMatch(point -> point.total() == 0);
    }

    private IssuedKey newKey() {
        return keys.issue(
                caller, new NewKey(null, null, null, null, Set.of(Scope.READ), null, null, null));
    }
}

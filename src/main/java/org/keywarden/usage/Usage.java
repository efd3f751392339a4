package org.keywarden.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keywarden.access.UserId;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.KeySummary;
import org.keywarden.keys.Keys;
import org.keywarden.usage.ConcernSearch.Concerned;

/** Tells how keys were used, and which of them ask for attention. Lags by about a second. */
@ApplicationScoped
public class Usage {

    @Inject UsageReader reader;
    @Inject ConcernSearch search;
    @Inject Keys keys;

    /**
     * The uses of all keys of an owner, in every bucket that the range touches.
     *
     * @param to exclusive
     * @throws IllegalArgumentException if the range is empty, or longer than {@link Bucket#longest()}
     */
    public UsageSeries ofOwner(UserId owner, Instant from, Instant to, Bucket bucket) {
        return series(Ledger.OWNERS, owner.value(), Range.of(bucket, from, to));
    }

    /**
     * The uses of a key, in every bucket that the range touches. Whose key it is is not asked here.
     *
     * @param to exclusive
     * @throws IllegalArgumentException if the range is empty, or longer than {@link Bucket#longest()}
     */
    public UsageSeries ofKey(KeyId key, Instant from, Instant to, Bucket bucket) {
        return series(Ledger.KEYS, key.value(), Range.of(bucket, from, to));
    }

    /** How many keys an owner has, and those that ask for attention. */
    public KeyInsights insightsOf(UserId owner) {
        var findings = search.search(owner);
        var concerned = findings.concerned();
        var ids = concerned.values().stream().flatMap(one -> one.first().stream());
        var known =
                keys.of(owner, ids.collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(KeySummary::id, Function.identity()));
        Function<Concern, Insight> insight =
                concern ->
                        insight(
                                concerned.getOrDefault(concern, new Concerned(0, List.of())),
                                known);
        return new KeyInsights(
                findings.active(),
                findings.all(),
                insight.apply(Concern.EXPIRING),
                insight.apply(Concern.NEVER_USED),
                insight.apply(Concern.OVER_SCOPED));
    }

    private UsageSeries series(Ledger ledger, String id, Range range) {
        return UsageSeries.of(range, reader.read(ledger, id, range));
    }

    private static Insight insight(Concerned concerned, Map<KeyId, KeySummary> known) {
        var keys = concerned.first().stream().map(known::get).filter(Objects::nonNull).toList();
        return new Insight(concerned.total(), keys);
    }
}

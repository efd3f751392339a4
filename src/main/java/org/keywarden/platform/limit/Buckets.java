package org.keywarden.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.database.KeywardenDataSource;
import org.keywarden.platform.housekeeping.HousekeepingTask;
import org.keywarden.platform.log.Log;

/** Where the buckets are: in PostgreSQL, so that limits hold across nodes; with H2, in memory. */
@ApplicationScoped
class Buckets implements HousekeepingTask {

    private static final Log LOG = Log.of(Buckets.class);
    private static final long MAX_IN_MEMORY = 100_000;
    private static final int BATCH = 1000;

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    @Inject Configuration configuration;

    private final Cache<String, Bucket> inMemory =
            Caffeine.newBuilder()
                    .maximumSize(MAX_IN_MEMORY)
                    .expireAfterAccess(Policy.PERIOD.multipliedBy(2))
                    .build();

    private Optional<PostgreSQLSelectForUpdateBasedProxyManager<String>> shared = Optional.empty();

    @PostConstruct
    void connect() {
        if (configuration.database().isPostgres()) {
            shared =
                    Optional.of(
                            Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                                    .primaryKeyMapper(PrimaryKeyMapper.STRING)
                                    .table("rate_limit_bucket")
                                    .expirationAfterWrite(
                                            ExpirationAfterWriteStrategy.fixedTimeToLive(
                                                    Policy.PERIOD.multipliedBy(2)))
                                    .build());
        }
    }

    /**
     * The bucket of an id, full if it is new.
     *
     * @param id names policy and subject; another number of permits is another bucket
     */
    Bucket of(String id, Policy policy) {
        return shared.<Bucket>map(buckets -> buckets.getProxy(id, () -> shared(policy)))
                .orElseGet(() -> inMemory.get(id, missing -> local(policy)));
    }

    /** Removes buckets that nobody has used for a while, some at a time, so that no lock is long. */
    @Override
    public void cleanUp(Instant now) {
        shared.ifPresent(
                buckets -> {
                    while (buckets.removeExpired(BATCH) == BATCH) {
                        LOG.info("Removed rate limit buckets", "count", BATCH);
                    }
                });
    }

    private static BucketConfiguration shared(Policy policy) {
        return BucketConfiguration.builder().addLimit(bandwidth(policy)).build();
    }

    private static Bucket local(Policy policy) {
        return Bucket.builder().addLimit(bandwidth(policy)).build();
    }

    private static Bandwidth bandwidth(Policy policy) {
        return Bandwidth.builder()
                .capacity(policy.permits())
                .refillIntervally(policy.permits(), Policy.PERIOD)
                .build();
    }
}

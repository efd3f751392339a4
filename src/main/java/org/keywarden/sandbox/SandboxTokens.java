package org.keywarden.sandbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.platform.crypto.Sha256;

/** The tokens that browsers carry to the callback: each good for one exchange within five minutes. */
@ApplicationScoped
class SandboxTokens {

    static final Duration LIFE = Duration.ofMinutes(5);
    static final int MOST = 10_000;

    private static final int LENGTH = 43; // of base 62: 256 bits

    @Inject SecureRandoms random;
    @Inject Clock clock;

    private Cache<String, Approval> approvals = Caffeine.newBuilder().maximumSize(0).build();

    @PostConstruct
    void open() {
        approvals =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .executor(Runnable::run) // nothing waits for room
                        .expireAfterWrite(LIFE)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    /** A new token that stands for an approval. */
    String issue(Approval approval) {
        var token = random.text(LENGTH);
        approvals.put(Sha256.hex(token), approval);
        return token;
    }

    /** What a token stands for, to the first who asks. */
    Optional<Approval> redeem(String token) {
        return Optional.ofNullable(approvals.asMap().remove(Sha256.hex(token)));
    }
}

package org.keywarden.verification;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts verifications by their outcome: {@code keywarden_verifications_total{code="VALID"}}. */
@ApplicationScoped
class VerificationMetrics {

    @Inject MetricRegistry registry;

    private final Map<Code, Counter> counters = new EnumMap<>(Code.class);

    @PostConstruct
    void register() {
        var metadata =
                Metadata.builder()
                        .withName("keywarden_verifications")
                        .withDescription("Verified keys by outcome")
                        .build();
        for (var code : Code.values()) {
            counters.put(code, registry.counter(metadata, new Tag("code", code.name())));
        }
    }

    void count(Code code) {
        var counter = counters.get(code);
        if (counter != null) {
            counter.inc();
        }
    }
}

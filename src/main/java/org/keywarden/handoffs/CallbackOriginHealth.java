package org.keywarden.handoffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that hand-offs know where to come back to. */
@Readiness
@ApplicationScoped
public class CallbackOriginHealth implements HealthCheck {

    @Inject CallbackOrigin origin;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("callback-origin").status(origin.isKnown()).build();
    }
}

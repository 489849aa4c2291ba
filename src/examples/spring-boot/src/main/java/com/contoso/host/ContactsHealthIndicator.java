package com.contoso.host;

import io.contactsync.run.EndedRuns;
import io.contactsync.run.LastRun;
import org.apache.camel.CamelContext;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says in Actuator's health, as {@code contacts}, how the last run ended. */
@Component
class ContactsHealthIndicator implements HealthIndicator {

    private final CamelContext camel;

    ContactsHealthIndicator(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public Health health() {
        EndedRuns ended = camel.getRegistry().lookupByNameAndType("contact-sync-ended-runs", EndedRuns.class);
        if (ended == null) {
            return Health.outOfService().withDetail("last", "the routes are not started yet").build();
        }
        LastRun last = ended.last();
        if (last == null) {
            return Health.up().withDetail("last", "none yet").build();
        }
        return (last.isFailed() ? Health.down().withDetail("reason", last.reason()) : Health.up())
                .withDetail("last", last.at()).build();
    }
}

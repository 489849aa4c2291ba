package io.contactsync.cli.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import java.util.Optional;

/**
 * What the routes are started for.
 *
 * @param isScheduled whether the schedule runs
 * @param isManaged whether this context serves page, health and metrics itself
 * @param tenant the name of one of several tenants; empty for the only one
 */
record Role(boolean isScheduled, boolean isManaged, String tenant) {

    /** A command, and its end. */
    static final Role ONCE = new Role(false, false, "");
    /** Serves one tenant. */
    static final Role ALONE = new Role(true, true, "");

    static Role tenant(String name) {
        return new Role(true, false, name);
    }

    /** Says something of it on standard error, with the tenant's name where there are several. */
    void warn(String sentence) {
        System.err.println(tenant.isEmpty() ? sentence : "tenant=" + tenant + " " + sentence);
    }

    /** Where the component counts for one of several tenants: beside the others, under its name. */
    Optional<MeterRegistry> meters() {
        if (tenant.isEmpty()) {
            return Optional.empty();
        }
        CompositeMeterRegistry registry = new CompositeMeterRegistry();
        registry.config().commonTags("tenant", tenant);
        registry.add(Metrics.globalRegistry);
        return Optional.of(registry);
    }
}

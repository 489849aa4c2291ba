package io.contactsync.cli.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.apache.camel.main.MainListener;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What the routes are started for.
 *
 * @param isScheduled whether the schedule runs
 * @param isManaged whether this context serves page, health and metrics itself
 * @param isWorker whether it does mailboxes of another machine's runs, and begins none itself
 * @param isEager whether it signs in while the routes are started, for a run begins at once
 * @param tenant the name of one of several tenants; empty for the only one
 */
record Role(boolean isScheduled, boolean isManaged, boolean isWorker, boolean isEager, String tenant) {

    /** A command, and its end. */
    static final Role ONCE = new Role(false, false, false, false, "");
    /** A single run. */
    static final Role RUN = new Role(false, false, false, true, "");

    /** Serves one tenant. */
    static final Role ALONE = new Role(true, true, false, false, "");

    /** Does what a coordinator hands out. */
    static final Role WORKER = new Role(false, true, true, false, "");

    static Role tenant(String name) {
        return new Role(true, false, false, false, name);
    }

    /** Says something of it on standard error, with the tenant's name where there are several. */
    void warn(String sentence) {
        System.err.println(tenant.isEmpty() ? sentence : "tenant=" + tenant + " " + sentence);
    }

    /** What listens to Camel's start. */
    List<MainListener> listeners() {
        return isEager ? List.of(new OwnSettings(), new EarlySignIn(Clock.systemUTC())) : List.of(new OwnSettings());
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

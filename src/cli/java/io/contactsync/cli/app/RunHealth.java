package io.contactsync.cli.app;

import io.contactsync.run.LastRun;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

import java.util.Map;
import java.util.function.Supplier;

/**
 * DOWN after a run that failed (exit code 1) or could not begin, with the reason, until one does not fail; UP before
 * the first.
 */
public final class RunHealth extends AbstractHealthCheck {

    private final Supplier<LastRun> last;

    public RunHealth(Supplier<LastRun> last) {
        super("contact-sync", "last-run");
        this.last = last;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        LastRun run = last.get();
        if (run == null || !run.isFailed()) {
            builder.up();
        } else {
            builder.down().message("the last run failed at " + run.at() + ": " + run.reason());
        }
    }
}

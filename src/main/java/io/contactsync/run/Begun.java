package io.contactsync.run;

import io.contactsync.core.Limits;
import io.contactsync.microsoftgraph.GraphStatistics;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What a run was begun with: nothing of it changes any more.
 *
 * @param category name of the category that marks what is ours
 * @param at when, by the run's own clock
 * @param asked what Graph had been asked before
 */
record Begun(String id, RunRequest request, RunSettings settings, String category, Limits limits, RunTime time,
        Instant at, GraphStatistics asked) {

    /** Now. */
    static Begun now(String id, RunRequest request, RunSettings settings, String category, Limits limits,
            RunTime time) {
        return new Begun(id, request, settings, category, limits, time, time.clock().instant(),
                time.graph().statistics());
    }

    /** The run's folder. */
    Path folder() {
        return settings.runs().resolve(id);
    }

    /** How long ago. */
    Duration took() {
        return Duration.between(at, time.clock().instant());
    }

    /** What Graph was asked since. */
    GraphStatistics graph() {
        return time.graph().statistics().since(asked);
    }
}

package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.core.Limits;
import io.contactsync.journal.SharedState;
import io.contactsync.microsoftgraph.GraphTime;
import io.contactsync.proof.PassingTime;

/** Makes runs whose time passes by waiting: what the wiring of a test names in place of {@link Runs}. */
public final class TimedRuns {

    private TimedRuns() {
    }

    public static Runs of(RunSettings settings, Limits limits, ContactRenderer renderer, Fingerprint fingerprint,
            GraphTime graph, RunBudgets budgets, BeforeImages images, SharedState shared) {
        return new Runs(settings, limits, renderer, fingerprint, graph, budgets, images, PassingTime.ONE,
                PassingTime.ONE::nanos);
    }
}

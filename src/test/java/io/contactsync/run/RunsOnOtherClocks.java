package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.core.Limits;
import io.contactsync.microsoftgraph.GraphTime;
import java.time.Clock;
import java.util.function.LongSupplier;

/** Runs whose time is not this machine's. */
public final class RunsOnOtherClocks {

    private RunsOnOtherClocks() {
    }

    /** They, as they ship. */
    public static Runs of(RunSettings settings, Limits limits, ContactRenderer renderer, GraphTime graph, Clock clock,
            LongSupplier nanos) {
        return new Runs(settings, limits, renderer, "fingerprint", graph, clock, nanos);
    }
}

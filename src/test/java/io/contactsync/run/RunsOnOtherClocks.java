package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.ReadRetry;
import io.contactsync.core.Limits;
import io.contactsync.journal.SharedState;
import io.contactsync.microsoftgraph.GraphTime;
import java.time.Clock;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Runs whose time is not this machine's. */
public final class RunsOnOtherClocks {

    private RunsOnOtherClocks() {
    }

    /** They, as they ship; waits are spread by that chance. */
    public static Runs of(RunSettings settings, Limits limits, ContactRenderer renderer, GraphTime graph, Clock clock,
            LongSupplier nanos, DoubleSupplier chance, SharedState shared) {
        return new Runs(settings, limits, renderer, Fingerprint.parse("fingerprint"),
                graph, new RunBudgets(240, 60, new ReadRetry(1)),
                new BeforeImages(settings.data(), 30, ""),
                () -> new RunTime(new RunClock(clock, nanos), graph, chance), clock, shared);
    }
}

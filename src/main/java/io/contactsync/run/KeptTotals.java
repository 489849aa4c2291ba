package io.contactsync.run;

import io.contactsync.core.Kept;
import io.contactsync.core.Drifted;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.Plan;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts contacts that nobody desires any more, or that are not ours any more, and that stay on purpose. Told by all
 * mailboxes at once.
 */
final class KeptTotals {

    private final LongAdder incomplete = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder released = new LongAdder();

    void plan(Plan plan) {
        incomplete.add(plan.kept().of(Reason.INCOMPLETE_SOURCE));
        unknown.add(plan.kept().of(Reason.UNKNOWN_SOURCE));
        released.add(plan.kept().of(Reason.RELEASED)
                - plan.drift().stream().filter(drifted -> drifted.fate() == Drifted.Fate.GIVEN_BACK).count());
    }

    /** All of them in one sentence; none if there are none. */
    Optional<String> sentence() {
        StringJoiner all = new StringJoiner("; ", "kept in mailboxes: ", "").setEmptyValue("");
        add(all, incomplete, "whose source was not read completely");
        add(all, unknown, "whose source is neither in sync.sources nor in sync.retired-sources");
        add(all, released, released.sum() == 1 ? "released by its owner" : "released by their owners");
        return all.length() == 0 ? Optional.empty() : Optional.of(all.toString());
    }

    private static void add(StringJoiner all, LongAdder number, String why) {
        if (number.sum() > 0) {
            all.add(String.format(Locale.ROOT, "%,d %s %s", number.sum(), number.sum() == 1 ? "contact" : "contacts",
                    why));
        }
    }
}

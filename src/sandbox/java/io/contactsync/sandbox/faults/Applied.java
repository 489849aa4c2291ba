package io.contactsync.sandbox.faults;

import java.time.Duration;

/**
 * The key {@code applied}: whether a request whose answer is not the right one takes effect - no, yes, or so long after
 * the answer.
 */
record Applied(boolean now, Duration later) {

    static Applied read(PlanNode keys) {
        String text = keys.text("applied", "no").trim();
        if (text.equals("yes") || text.equals("no")) {
            return new Applied(text.equals("yes"), null);
        }
        if (!text.startsWith("after ")) {
            throw keys.wrong("applied", "applied must be yes, no, or a time such as 'after 5 s' - was '" + text + "'");
        }
        return new Applied(false, keys.time("applied", text.substring(6)));
    }

    Effect to(Effect effect) {
        return effect.withApplied(now, later);
    }
}

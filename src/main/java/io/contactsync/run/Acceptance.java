package io.contactsync.run;

import io.contactsync.core.Totals;

/**
 * How much of a run later runs are compared with; each step includes those before it.
 *
 * <pre>
 *  how it went, the first that applies                       | accepted from now on
 * -----------------------------------------------------------+-------------------------------------------
 *  a plan, cut short, held as a whole, or less than its plan | nothing
 *  something waits for a human                               | readings of sources that were read before
 *  a mailbox keeps deletions back all the same               | readings of new sources too
 *  a mailbox failed, waits, or was left alone                | the configuration too
 *  nothing of that                                           | that retired sources are gone
 * </pre>
 *
 * <p>A source that was never read before is remembered once nothing of it waits: until then its deletions have nothing
 * to be compared with. A retired one is forgotten once all of it is gone.
 */
enum Acceptance {
    NOTHING, KNOWN_SOURCES, NEW_SOURCES, CONFIGURATION, RETIRED_SOURCES;

    /**
     * That much.
     *
     * @param counts whether what the sources named was carried out as it is
     * @param held whether anything waits for a human
     * @param resting whether a mailbox was left alone for now
     */
    static Acceptance of(boolean counts, boolean held, Totals totals, boolean resting) {
        if (!counts) {
            return NOTHING;
        }
        if (held) {
            return KNOWN_SOURCES;
        }
        if (totals.held() > 0) {
            return NEW_SOURCES;
        }
        return totals.lacking() > 0 || resting ? CONFIGURATION : RETIRED_SOURCES;
    }

    /** Whether it includes that step. */
    boolean includes(Acceptance step) {
        return compareTo(step) >= 0;
    }
}

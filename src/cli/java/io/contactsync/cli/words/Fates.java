package io.contactsync.cli.words;

import io.contactsync.core.Drifted.Fate;
import io.contactsync.run.DriftReport;

/** What becomes of contacts that others have changed, in words. */
public final class Fates {

    private Fates() {
    }

    /** One word or a few. */
    public static String word(Fate fate) {
        return switch (fate) {
            case RESTORED -> "restored";
            case REPORTED -> "left so";
            case RESPECTED -> "respected";
            case REWRITTEN -> "as Exchange keeps it";
            case RELEASED -> "released by its owner";
            case GIVEN_BACK -> "given back";
            case DELETED -> "deleted by its owner";
        };
    }

    /** How many, and where. */
    public static String sentence(DriftReport drift, Fate fate) {
        return word(fate) + ": " + Amounts.of(drift.contacts(fate), "contact") + " in "
                + Amounts.mailboxes(drift.mailboxes(fate));
    }
}

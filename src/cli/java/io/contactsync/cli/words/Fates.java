package io.contactsync.cli.words;

import io.contactsync.core.Drifted.Fate;
import io.contactsync.run.DriftReport;
import io.contactsync.run.RunReport;

import java.util.Locale;

/** What becomes of contacts that others have changed, in words. */
public final class Fates {

    private Fates() {
    }

    /** One word or a few; what a plan says is still to come. */
    public static String word(Fate fate, boolean will) {
        return switch (fate) {
            case RESTORED -> will ? "to be restored" : "restored";
            case REPORTED -> "left so";
            case RESPECTED -> "respected";
            case REWRITTEN -> "as Exchange keeps it";
            case RELEASED -> "released by its owner";
            case GIVEN_BACK -> will ? "to be given back" : "given back";
            case DELETED -> "deleted by its owner";
        };
    }

    /** Its word in JSON: of a plan, what is still to come has another one. */
    public static String key(Fate fate, boolean will) {
        boolean comes = will && (fate == Fate.RESTORED || fate == Fate.GIVEN_BACK);
        return (comes ? "to_be_" : "") + fate.name().toLowerCase(Locale.ROOT);
    }

    /** How many, and where. */
    public static String sentence(RunReport report, Fate fate) {
        DriftReport drift = report.drift();
        return word(fate, report.isPlan()) + ": " + Amounts.of(drift.contacts(fate), "contact") + " in "
                + Amounts.mailboxes(drift.mailboxes(fate));
    }
}

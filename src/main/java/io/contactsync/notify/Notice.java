package io.contactsync.notify;

import io.contactsync.core.Printable;
import io.contactsync.core.Totals;

import java.util.List;
import java.util.Locale;

/**
 * What people are told: counts and ids, never a name, a number or an address. The fields are those of the webhook's
 * JSON, in this order.
 *
 * @param what {@value #FAILURE}, {@value #HOLD}, {@value #RECOVERY} or {@value #CERTIFICATE}
 * @param text one sentence
 * @param next what to type next
 * @param instance name of this installation
 * @param run the run's id; empty if it could not even begin
 * @param at when, in UTC, ISO 8601
 * @param exit the run's exit code
 * @param mailboxes how many came to what
 * @param changes how many were applied
 * @param holds ids of the holds that are new, the first {@value #MOST_HOLDS}
 * @param holdsInAll how many are new
 */
public record Notice(String what, String text, String next, String instance, String run, String at, int exit,
        Mailboxes mailboxes, Changes changes, List<String> holds, int holdsInAll) {

    public static final String FAILURE = "failure";
    public static final String HOLD = "hold";
    public static final String RECOVERY = "recovery";
    public static final String CERTIFICATE = "certificate";
    static final int MOST_HOLDS = 20;

    /** Mailboxes by what they came to. */
    public record Mailboxes(int done, int skipped, int held, int waits, int failed) {
    }

    /** Contacts in all mailboxes. */
    public record Changes(int created, int updated, int deleted) {
    }

    public Notice {
        text = Printable.line(text);
        next = Printable.line(next);
        holds = List.copyOf(holds);
    }

    static Mailboxes mailboxes(Totals totals) {
        return new Mailboxes(totals.done(), totals.skipped(), totals.held(), totals.waits(), totals.failed());
    }

    static Changes changes(Totals totals) {
        return new Changes(totals.tally().created(), totals.tally().updated(), totals.tally().deleted());
    }

    /** The subject of a letter: nothing in it comes from outside. */
    public String subject() {
        return "contact-sync " + instance + ": " + what;
    }

    /** The letter itself, as plain text. */
    public String letter() {
        String counts = String.format(Locale.ROOT,
                "mailboxes  %d done, %d skipped, %d held, %d waiting, %d failed%n"
                + "changes    %d created, %d updated, %d deleted%n",
                mailboxes.done,
                mailboxes.skipped, mailboxes.held, mailboxes.waits, mailboxes.failed, changes.created, changes.updated,
                changes.deleted);
        String what = run.isEmpty() ? "" : "run        " + run + ", exit code " + exit + "\n" + counts;
        return text + "\n\n" + what.replace(System.lineSeparator(), "\n") + "at         " + at + "\nnext       " + next
                + "\n";
    }
}

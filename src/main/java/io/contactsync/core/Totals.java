package io.contactsync.core;

/**
 * What a run came to in all mailboxes together.
 *
 * @param done mailboxes as desired
 * @param skipped targets without a mailbox
 * @param held mailboxes with deletions that wait for a human
 * @param waits mailboxes where nothing is wrong and creates wait until earlier ones have settled
 * @param failed mailboxes where not all was done
 * @param tally changes
 * @param unchanged managed contacts that were as desired
 */
public record Totals(int done, int skipped, int held, int waits, int failed, Tally tally, long unchanged) {

    /** Nothing yet. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, Tally.NONE, 0);

    /** Where no mailbox waits. */
    public Totals(int done, int skipped, int held, int failed, Tally tally, long unchanged) {
        this(done, skipped, held, 0, failed, tally, unchanged);
    }

    /** Of a run that waits as a whole for a human. */
    public static Totals allHeld(int mailboxes) {
        return new Totals(0, 0, mailboxes, 0, Tally.NONE, 0);
    }

    /** All mailboxes. */
    public int total() {
        return done + skipped + held + lacking();
    }

    /** Mailboxes that lack something, whatever keeps it from them. */
    public int lacking() {
        return waits + failed;
    }

    /** Whether there were mailboxes, and all that lack something failed: nothing is as desired or was changed. */
    public boolean isNothingDone() {
        return total() > 0 && done + held + waits == 0 && tally.applied() == 0;
    }

    /** With one more mailbox. */
    public Totals plus(MailboxResult result) {
        MailboxResult.Status status = result.status();
        return new Totals(done + one(status, MailboxResult.Status.DONE),
                skipped + one(status, MailboxResult.Status.SKIPPED), held + one(status, MailboxResult.Status.HELD),
                waits + one(status, MailboxResult.Status.WAITS), failed + one(status, MailboxResult.Status.FAILED),
                tally.plus(result.tally()),
                unchanged + result.unchanged());
    }

    /** Both together. */
    public Totals plus(Totals other) {
        return new Totals(done + other.done, skipped + other.skipped, held + other.held, waits + other.waits,
                failed + other.failed, tally.plus(other.tally), unchanged + other.unchanged);
    }

    private static int one(MailboxResult.Status status, MailboxResult.Status counted) {
        return status == counted ? 1 : 0;
    }
}

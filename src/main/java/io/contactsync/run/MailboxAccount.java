package io.contactsync.run;

import io.contactsync.core.MailboxResult;
import io.contactsync.core.Hold;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.core.SeenContent;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import io.contactsync.microsoftgraph.GraphStatistics;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that a worker did in a mailbox and learned of it, so that its run hears of it as if it had been done there.
 *
 * @param result what it came to
 * @param journal the run in whose journal it stands at the worker
 * @param hash of the last line there
 * @param plan what was planned; null if nothing was
 * @param holds what waits for a human
 * @param seen what contacts held that were changed
 * @param lines of the journal, in order
 * @param outcomes what became of changes, in order
 * @param told how long Graph wants it to wait
 * @param spares whether nothing was created because another installation may write there
 * @param asked what that machine asked Graph since it told so last
 * @param known what is to be remembered of the mailbox, as its file holds it
 */
record MailboxAccount(MailboxResult result, String journal, String hash, Plan plan, List<Hold> holds,
        List<SeenContent> seen, List<Line> lines, List<Outcome> outcomes, Duration told, boolean spares,
        GraphStatistics asked, byte[] known) {

    /** That of a letter; null if it is none. */
    static MailboxAccount read(byte[] body) {
        try {
            return RunClaim.unpacked(body, MailboxAccount.class);
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    /** A line of the journal. */
    record Line(Grammar event, Map<String, Object> members) {

        static Line of(JournalEntry entry) {
            return new Line(entry.event(), entry.members());
        }

        /**
         * It as it stands in the coordinator's journal. That a list is settled is not said there: the time of the list
         * is not that of the line.
         */
        JournalEntry entry(String worker) {
            JournalEntry entry = JournalEntry.of(event);
            members.forEach((name, value) -> entry.with(name, name.equals("settled") ? null : value));
            return entry.with("worker", worker);
        }
    }
}

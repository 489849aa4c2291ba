package io.contactsync.run;

import io.contactsync.core.Hold;
import io.contactsync.core.MailboxGuard;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells a run what a worker did in a mailbox, as if it had been done here. What contacts held and the lines of the
 * journal are on the disk before anything else is told, and that the mailbox was returned is the last of them.
 */
final class Retelling {

    private Retelling() {
    }

    /** @throws io.contactsync.journal.JournalException if it cannot be written */
    static void tell(MailboxTurn turn, String worker, MailboxAccount account) {
        Run run = turn.run();
        run.images().add(run.id(), run.begun().at(), account.seen());
        List<JournalEntry> lines = new ArrayList<>();
        account.lines().stream().filter(line -> line.event() != Grammar.MAILBOX && line.event() != Grammar.SKIP)
                .forEach(line -> lines.add(line.entry(worker)));
        lines.add(JournalEntry.of(Grammar.RETURNED).with("mailbox", turn.mailbox()).with("worker", worker)
                .with("journal", account.journal()).with("hash", account.hash()));
        run.write(lines, true);
        turn.told(account.told());
        run.tidings().asked().elsewhere(account.asked());
        if (account.spares()) {
            run.caution().spares(turn.mailbox());
        }
        if (account.plan() != null) {
            planned(turn, account);
        }
        account.outcomes().forEach(RunMeters.of(run.begun().settings())::came);
        run.tidings().came(turn.mailbox(), account.outcomes(), turn.brief());
    }

    /** What of the plan is more than a guard lets through went because a person let it. */
    private static void planned(MailboxTurn turn, MailboxAccount account) {
        Brief brief = turn.brief();
        List<Hold> through = MailboxGuard.over(turn.mailbox(), account.plan(), brief.policy(), brief.limits());
        turn.run().tidings().holds().guarded(account.plan(), account.holds(), through);
        turn.run().tidings().planned(new MailboxPlan(turn, account.plan(), account.holds(), false));
    }
}

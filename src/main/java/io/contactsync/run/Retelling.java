package io.contactsync.run;

import io.contactsync.core.Change;
import io.contactsync.core.Hold;
import io.contactsync.core.MailboxGuard;
import io.contactsync.core.Outcome;
import io.contactsync.core.SeenContent;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a run what a worker did in a mailbox, as if it had been done here. What contacts held and the lines of the
 * journal are on the disk before anything else is told, and that the mailbox was returned is the last of them.
 */
final class Retelling {

    /** So many lines go to the disk at once: a few bytes of an account may be many of them. */
    private static final int PORTION = 1000;

    private final MailboxTurn turn;
    private final MailboxAccount account;
    private final String worker;
    private final MailboxEntries entries;
    private final Map<String, SeenContent> seen = new HashMap<>();
    private final List<JournalEntry> lines = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    private Retelling(MailboxTurn turn, MailboxAccount account, String worker) {
        this.turn = turn;
        this.worker = worker;
        this.account = account;
        this.entries = MailboxEntries.of(turn);
        account.seen().forEach(content -> seen.put(content.contactId(), content));
    }

    /** @throws io.contactsync.journal.JournalException if it cannot be written */
    static void tell(MailboxTurn turn, String worker, MailboxAccount account) {
        Retelling retelling = new Retelling(turn, account, worker);
        turn.run().images().add(turn.run().id(), turn.run().begun().at(), account.seen());
        account.parts().forEach(retelling::take);
        retelling.written();
        retelling.told();
    }

    private void take(AccountPart part) {
        if (part instanceof AccountPart.Wrote wrote) {
            line(wrote.line());
        } else if (part instanceof AccountPart.Intended intended) {
            intended.changes().forEach(change -> write(entries.intent(change, seen(change))));
        } else if (part instanceof AccountPart.Came came) {
            came.outcomes().forEach(outcome -> write(entries.outcome(outcome)));
            outcomes.addAll(came.outcomes());
        }
    }

    private SeenContent seen(Change change) {
        return change.contactId() == null ? null : seen.get(change.contactId());
    }

    /**
     * As it stands in the coordinator's journal, which says itself what the mailbox came to. That a list is settled is
     * not said there: the time of the list is not that of the line.
     */
    private void line(JournalEntry line) {
        if (line.event() != Grammar.MAILBOX && line.event() != Grammar.SKIP) {
            write(line.without("settled"));
        }
    }

    private void write(JournalEntry line) {
        lines.add(line.with("worker", worker));
        if (lines.size() == PORTION) {
            turn.run().write(lines, false);
            lines.clear();
        }
    }

    private void written() {
        lines.add(JournalEntry.of(Grammar.RETURNED).with("mailbox", turn.mailbox()).with("worker", worker)
                .with("journal", account.journal()).with("hash", account.hash()));
        turn.run().write(lines, true);
    }

    private void told() {
        Run run = turn.run();
        turn.told(account.told());
        run.tidings().asked().elsewhere(account.asked());
        if (account.spares()) {
            run.caution().spares(turn.mailbox());
        }
        if (account.plan() != null) {
            planned();
        }
        outcomes.forEach(RunMeters.of(run.begun().settings())::came);
        run.tidings().came(turn.mailbox(), outcomes, turn.brief());
    }

    /** What of the plan is more than a guard lets through went because a person let it. */
    private void planned() {
        Brief brief = turn.brief();
        List<Hold> through = MailboxGuard.over(turn.mailbox(), account.plan(), brief.policy(), brief.limits());
        turn.run().tidings().holds().guarded(account.plan(), account.holds(), through);
        turn.run().tidings().planned(new MailboxPlan(turn, account.plan(), account.holds(), false));
    }
}

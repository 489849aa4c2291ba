package io.contactsync.run;

import io.contactsync.core.Fault;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Tally;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.MailboxFiles;
import io.contactsync.problem.Problem;

import java.util.List;
import java.util.regex.Pattern;

/** What a run's journal is told of mailboxes that go to workers. */
final class HandedLines {

    /** What differs from time to time in the reason why a mailbox is lost. */
    private static final Pattern UNHEARD = Pattern.compile(" was not heard for .*");

    private final Run run;
    private final HandedMemory memory;

    HandedLines(Run run, HandedMemory memory) {
        this.run = run;
        this.memory = memory;
    }

    /**
     * That a worker has it, or has it still. Without a journal nothing is given to anybody, and the run comes to its
     * end.
     */
    boolean handed(MailboxHandover hand, String worker, boolean durable) {
        hand.told(run.time().clock().instant());
        return isWritten(Grammar.HANDED, hand, worker, durable);
    }

    /** That nothing was begun in it. */
    boolean released(MailboxHandover hand, String worker) {
        return isWritten(Grammar.RETURNED, hand, worker, true);
    }

    private boolean isWritten(Grammar event, MailboxHandover hand, String worker, boolean durable) {
        try {
            run.tidings().deltas().leaves(hand.mailbox());
            run.write(List.of(JournalEntry.of(event).with("mailbox", hand.mailbox()).with("worker", worker)), durable);
            return true;
        } catch (JournalException broken) {
            run.abort(broken);
            return false;
        }
    }

    /**
     * All that a worker did in it. If this machine cannot take that in the run comes to its end; what nobody
     * understands is that mailbox's alone, which settles as if its worker were lost.
     *
     * @param account null for one that cannot be read
     */
    MailboxResult returned(MailboxHandover hand, String worker, MailboxAccount account) {
        if (account == null || !account.result().mailbox().equals(hand.mailbox())) {
            return unclear(hand, worker, "what the worker " + worker + " tells of it is not understood");
        }
        try {
            Retelling.tell(hand.turn(), worker, account);
            memory.keep(hand.turn(), MailboxFiles.unpacked(account.known()));
            return account.result();
        } catch (RuntimeException broken) {
            run.abort(broken);
            return failed(hand, Problem.of(broken).safe());
        }
    }

    /**
     * Nobody here knows what its worker did, or until when: creates settle from now on, and for some minutes nobody
     * does it.
     */
    MailboxResult unclear(MailboxHandover hand, String worker, String why) {
        handed(hand, worker, true);
        return failed(hand, "unclear: " + why + "; what it did is in its own journal, and the next runs let the mailbox"
                + " settle");
    }

    /** It came to nothing. */
    static MailboxResult failed(MailboxHandover hand, String reason) {
        return new MailboxResult(hand.mailbox(), MailboxResult.Status.FAILED, reason,
                UNHEARD.matcher(reason).replaceFirst(" was not heard any more"), Tally.NONE, 0,
                Fault.ELSEWHERE);
    }
}

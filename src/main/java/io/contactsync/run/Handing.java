package io.contactsync.run;

import io.contactsync.core.Fault;
import io.contactsync.core.KnownMailbox;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Tally;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.MailboxFiles;
import io.contactsync.problem.Problem;
import io.contactsync.workers.Custody;
import io.contactsync.workers.Custody.State;
import io.contactsync.workers.Letter;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.Shares;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the mailboxes of one run go to workers and come back. Told by many threads at once. */
final class Handing {

    /** So often the journal is told again who has a mailbox, as long as that worker is heard. */
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private final Run run;
    private final Duration lease;
    private final String coordinator;
    private final byte[] claim;
    private final String hash;
    private final Custody custody;
    private final Shares shares = new Shares();
    private volatile Instant heard;
    private final HandedMemory memory;
    private final Map<String, HandOut> open = new ConcurrentHashMap<>();

    Handing(Run run, Brief brief, Duration lease, String coordinator) {
        this.run = run;
        this.coordinator = coordinator;
        this.lease = lease;
        this.claim = RunClaim.of(run, brief).bytes();
        this.hash = RunClaim.hash(claim);
        this.custody = new Custody(lease);
        this.heard = now();
        this.memory = new HandedMemory(run);
    }

    Run run() {
        return run;
    }

    byte[] claim() {
        return claim;
    }

    private Instant now() {
        return run.time().clock().instant();
    }

    /** A mailbox may be taken from now on. */
    HandOut offer(MailboxTurn turn) {
        HandOut hand = new HandOut(turn, memory.known(turn.mailbox()));
        open.put(turn.mailbox(), hand);
        custody.offer(turn.mailbox());
        return hand;
    }

    /** Whether anybody may ask for it now, and nobody was told so lately. */
    boolean isToBeOffered(HandOut hand, Duration every) {
        boolean due = custody.state(hand.mailbox()) == State.OFFERED && !now().isBefore(hand.offered().plus(every));
        if (due) {
            hand.offered(now());
        }
        return due;
    }

    /**
     * Whether a worker is to leave a mailbox to others, for it has its part of them; whoever wants it is told so again
     * at once.
     */
    boolean isForOthers(String mailbox, String worker) {
        HandOut hand = open.get(mailbox);
        boolean others = hand != null && custody.state(mailbox) == State.OFFERED
                && custody.hasItsPart(worker, shares.workers(worker, now()));
        if (others) {
            hand.offered(Instant.MIN);
        }
        return others;
    }

    /**
     * A worker asks for a mailbox: null if it does not get it. That it has it is on the disk before it learns so, and
     * what was known of the mailbox is forgotten until it comes back.
     */
    Grant take(String mailbox, String worker, String token) {
        HandOut hand = open.get(mailbox);
        if (hand == null || run.ending() != null || !custody.take(mailbox, worker, token, now())) {
            return null;
        }
        if (!handed(hand, worker)) {
            return null;
        }
        memory.keep(hand.turn(), KnownMailbox.NOTHING);
        heard = now();
        return new Grant(coordinator, run.id(), hash, mailbox, lease, run.time().now(), shares.of(worker, 0, heard),
                hand.turn().brief().earlier().recent().of(mailbox), hand.known());
    }

    /** Without a journal nothing is given to anybody, and the run comes to its end. */
    private boolean handed(HandOut hand, String worker) {
        hand.told(now());
        try {
            run.tidings().deltas().leaves(hand.mailbox());
            run.write(List.of(JournalEntry.of(Grammar.HANDED).with("mailbox", hand.mailbox()).with("worker", worker)),
                    true);
            return true;
        } catch (JournalException broken) {
            run.abort(broken);
            return false;
        }
    }

    /** It has not begun the mailbox, and never will by that token: it is offered again at once. */
    void release(String token) {
        HandOut hand = open.get(custody.mailbox(token));
        if (custody.release(token) && hand != null) {
            memory.keep(hand.turn(), MailboxFiles.unpacked(hand.known()));
            hand.offered(Instant.MIN);
        }
    }

    /** A worker is heard: what it still holds, and its part of the pace. */
    LetterAnswer beat(Letter letter) {
        heard = now();
        List<String> held = custody.beat(letter.tokens(), heard);
        held.stream().map(token -> open.get(custody.mailbox(token)))
                .filter(hand -> hand != null && !now().isBefore(hand.told().plus(TOLD_EVERY)))
                .forEach(hand -> handed(hand, letter.worker()));
        long pause = Math.max(letter.pauseMillis(), run.time().graph().pause().toMillis());
        return LetterAnswer.held(letter, held, run.ending() != null,
                shares.of(letter.worker(), letter.refusals(), heard), shares.pauseMillis(pause, heard));
    }

    /** Whether a mailbox was given back by that token before: whoever did it may not have heard so. */
    boolean isReturned(String token) {
        return custody.mayReturn(token) && custody.state(custody.mailbox(token)) == State.RETURNED;
    }

    /** A worker gives a mailbox back; false if it is not the one that has it, or is too late. */
    boolean giveBack(String token, String worker, byte[] body) {
        HandOut hand = open.get(custody.mailbox(token));
        if (hand == null || !custody.mayReturn(token)) {
            return false;
        }
        MailboxAccount account = RunClaim.unpacked(body, MailboxAccount.class);
        if (custody.giveBack(token)) {
            hand.end(retold(hand, worker, account));
        }
        return true;
    }

    private MailboxResult retold(HandOut hand, String worker, MailboxAccount account) {
        try {
            Retelling.tell(hand.turn(), worker, account);
            memory.keep(hand.turn(), MailboxFiles.unpacked(account.known()));
            return account.result();
        } catch (JournalException broken) {
            run.abort(broken);
            return failed(hand, Problem.of(broken).safe());
        }
    }

    /** Looks whether its worker is lost, or the run ends before anybody has it; whether any was heard lately. */
    boolean isHeard(HandOut hand) {
        look(hand);
        return now().isBefore(heard.plus(TOLD_EVERY));
    }

    private void look(HandOut hand) {
        String mailbox = hand.mailbox();
        if (custody.isLost(mailbox, now())) {
            String worker = custody.worker(mailbox);
            handed(hand, worker);
            hand.end(failed(hand, "unclear: the worker " + worker + " was not heard for " + lease.toSeconds()
                    + " s; what it did is in its own journal, and the next run lets the mailbox settle"));
        } else if (run.ending() != null && custody.withdraw(mailbox)) {
            hand.end(new MailboxResult(mailbox, MailboxResult.Status.SKIPPED, run.leaving().before(), Tally.NONE, 0));
        }
    }

    private static MailboxResult failed(HandOut hand, String reason) {
        return new MailboxResult(hand.mailbox(), MailboxResult.Status.FAILED, reason,
                reason.startsWith("unclear") ? "unclear: its worker was not heard any more" : reason, Tally.NONE, 0,
                Fault.ELSEWHERE);
    }
}

package io.contactsync.run;

import io.contactsync.core.KnownMailbox;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Tally;
import io.contactsync.journal.MailboxFiles;
import io.contactsync.workers.Custody;
import io.contactsync.workers.Custody.State;
import io.contactsync.workers.Letter;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.Shares;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How the mailboxes of one run go to workers and come back. Told by many threads at once. */
final class HandedRun {

    /** So often the journal is told again who has a mailbox, as long as that worker is heard. */
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private final Run run;
    private final Duration lease;
    private final String coordinator;
    private final byte[] claim;
    private final String hash;
    private final Custody custody;
    private final Shares shares = new Shares();
    private final SharedKeys keys;
    private final HandedMemory memory;
    private final HandedLines lines;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final Map<String, MailboxHandover> open = new ConcurrentHashMap<>();

    HandedRun(Run run, Brief brief, Duration lease, String coordinator) {
        this.run = run;
        this.coordinator = coordinator;
        this.lease = lease;
        this.claim = RunClaim.of(run, brief).bytes();
        this.hash = RunClaim.hash(claim);
        this.keys = new SharedKeys(brief.rendered().values());
        this.custody = new Custody(lease);
        this.memory = new HandedMemory(run);
        this.lines = new HandedLines(run, memory);
    }

    Run run() {
        return run;
    }

    private Instant now() {
        return run.time().clock().instant();
    }

    /** A mailbox may be taken from now on. */
    MailboxHandover offer(MailboxTurn turn) {
        MailboxHandover hand = new MailboxHandover(turn, memory.known(turn.mailbox()));
        open.put(turn.mailbox(), hand);
        custody.offer(turn.mailbox());
        return hand;
    }

    /** Whether anybody may ask for it now, and nobody was told so lately. */
    boolean isToBeOffered(MailboxHandover hand, Duration every) {
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
    boolean isForOthers(String mailbox, String worker, String token) {
        MailboxHandover hand = open.get(mailbox);
        boolean others = hand != null && custody.state(mailbox) == State.OFFERED
                && custody.hasItsPart(worker, shares.workers(worker, now()));
        if (others && custody.spend(token)) {
            hand.offered(Instant.MIN);
        }
        return others;
    }

    /**
     * A worker asks for a mailbox: null if it does not get it. That it has it is on the disk before it learns so, and
     * what was known of the mailbox is forgotten until it comes back.
     */
    Grant take(String mailbox, String worker, String token) {
        MailboxHandover hand = open.get(mailbox);
        if (hand == null || run.ending() != null || !custody.take(mailbox, worker, token, now())
                || !lines.handed(hand, worker, true)) {
            return null;
        }
        memory.keep(hand.turn(), KnownMailbox.NOTHING);
        return new Grant(coordinator, run.id(), hash, mailbox, lease, run.time().now(), shares.of(worker, now()),
                hand.turn().brief().earlier().recent().of(mailbox), hand.known());
    }

    /** It has not begun the mailbox, and never will by that token: it is offered again at once. */
    void release(String token, String worker) {
        MailboxHandover hand = open.get(custody.mailbox(token));
        if (hand == null || !custody.holds(token)) {
            custody.release(token);
            return;
        }
        synchronized (hand) {
            memory.keep(hand.turn(), MailboxFiles.unpacked(hand.known()));
            if (lines.released(hand, worker) && custody.release(token)) {
                hand.offered(Instant.MIN);
            }
        }
    }

    /** What all mailboxes share, for who has one of them and asks for the first time; null for anybody else. */
    byte[] claim(String token) {
        return custody.holds(token) && claimed.add(token) ? claim : null;
    }

    /** A worker is heard: what it still holds, and its part of the pace. One that was heard before says nothing. */
    LetterAnswer beat(Letter letter) {
        if (!custody.spend(letter.token())) {
            return LetterAnswer.no(letter, LetterAnswer.Verdict.NO, "it was heard before");
        }
        Instant heard = now();
        List<String> held = custody.beat(letter.tokens(), heard);
        tell(held.stream().map(token -> open.get(custody.mailbox(token)))
                .filter(hand -> hand != null && !heard.isBefore(hand.told().plus(TOLD_EVERY))).toList(),
                letter.worker());
        long pause = Math.max(letter.pauseMillis(), run.time().graph().pause().toMillis());
        return LetterAnswer.held(letter, held, run.ending() != null,
                shares.of(letter.worker(), letter.refusals(), heard), shares.pauseMillis(pause, heard));
    }

    /** That it still has them; one that comes back meanwhile is not said to be away. All are on the disk together. */
    private void tell(List<MailboxHandover> hands, String worker) {
        for (int place = 0; place < hands.size(); place++) {
            MailboxHandover hand = hands.get(place);
            synchronized (hand) {
                if (custody.state(hand.mailbox()) == State.GIVEN) {
                    lines.handed(hand, worker, place == hands.size() - 1);
                }
            }
        }
    }

    /** Whether a mailbox was given back by that token before: whoever did it may not have heard so. */
    boolean isReturned(String token) {
        MailboxHandover hand = open.get(custody.mailbox(token));
        return hand != null && custody.mayReturn(token) && hand.result() != null;
    }

    /** A worker gives a mailbox back; false if it has it not, or is too late. */
    boolean giveBack(String token, String worker, byte[] body) {
        MailboxHandover hand = open.get(custody.mailbox(token));
        MailboxAccount account = custody.mayReturn(token) ? MailboxAccount.read(body, keys) : null;
        if (hand == null || !custody.mayReturn(token)) {
            return false;
        }
        synchronized (hand) {
            if (custody.giveBack(token)) {
                MailboxResult result = HandedLines.failed(hand, "what its worker did could not be taken in");
                try {
                    result = lines.returned(hand, worker, account);
                } finally {
                    hand.end(result);
                }
            }
            return hand.result() != null;
        }
    }

    /** Looks whether its worker is lost, or the run ends before anybody has it. */
    void look(MailboxHandover hand) {
        String mailbox = hand.mailbox();
        if (custody.isLost(mailbox, now())) {
            String worker = custody.worker(mailbox);
            hand.end(lines.unclear(hand, worker, "the worker " + worker + " was not heard for " + lease.toSeconds()
                    + " s"));
        } else if (run.ending() != null && custody.withdraw(mailbox)) {
            hand.end(new MailboxResult(mailbox, MailboxResult.Status.SKIPPED, run.leaving().before(), Tally.NONE, 0));
        }
    }
}

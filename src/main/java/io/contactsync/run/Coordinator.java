package io.contactsync.run;

import io.contactsync.core.MailboxResult;
import io.contactsync.workers.Letter;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.LetterAnswer.Verdict;
import io.contactsync.workers.Letters;
import io.contactsync.workers.Offer;
import io.contactsync.workers.UnreadableLetterException;
import io.contactsync.workers.WorkerLease;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/**
 * Hands mailboxes of a run out to workers and answers their letters: the bean behind {@code offer-mailbox} and
 * {@code answer-workers}.
 */
public final class Coordinator {

    /** Whom nobody has asked for is offered again after that: the offer, or who took it, may be gone. */
    private static final Duration OFFERED_EVERY = Duration.ofSeconds(5);
    private static final long SLICE_MILLIS = 500;
    private static final byte[] NOTHING = {};

    private final Letters letters;
    private final Duration lease;
    private final String print;
    private final String name;
    private final SaidOnce said = new SaidOnce();
    private volatile HandedRun current;
    private volatile Standstill standing = Standstill.none();
    private volatile Function<Duration, String> broker = least -> "";

    /**
     * Wired from the configuration.
     *
     * @param letters the form of what is said
     * @param print what all machines have in common
     * @param leaseSeconds how long a worker that is not heard keeps its mailboxes
     * @param name by which letters find this one among several; empty where it is the only one
     */
    public Coordinator(Letters letters, CommonPrint print, int leaseSeconds, String name) {
        this(letters, print, WorkerLease.ofSeconds(leaseSeconds), name);
    }

    /** With a lease of any length. */
    Coordinator(Letters letters, CommonPrint print, Duration lease, String name) {
        this.letters = letters;
        this.lease = lease;
        this.print = print.text();
        this.name = name;
    }

    /**
     * Whether the mailbox is worked on here: there is nothing to do in it, or the run is one that is not shared.
     * Workers know what sources name; a plan that is carried out, an undo or a removal they do not.
     */
    public boolean isOwn(MailboxTurn turn) {
        return turn.task().isSkipped() || !(turn.brief().order() instanceof SyncOrder)
                || turn.run().tidings().plan().isCarriedOut();
    }

    /** @param trouble what is to be said of the broker, if it is not reached for so long; empty if it is */
    public void watches(Function<Duration, String> trouble) {
        broker = trouble;
    }

    /** Why its run stands still for so long; empty if it does not, or there is none. */
    public String standing(Duration least) {
        return current == null || current.run().report() != null ? "" : standing.sentence(least);
    }

    /** A mailbox may be taken by a worker from now on. */
    public MailboxHandover hand(MailboxTurn turn) {
        return of(turn).offer(turn);
    }

    private synchronized HandedRun of(MailboxTurn turn) {
        if (current == null || current.run() != turn.run()) {
            standing = new Standstill(turn.run().time().clock(), broker);
            turn.run().tidings().progress().stands(() -> standing.sentence(Standstill.SOON));
            current = new HandedRun(turn.run(), turn.brief(), lease, name);
        }
        return current;
    }

    /** Whether it is still on its way. */
    public boolean isUnderWay(MailboxHandover hand) {
        return hand.result() == null;
    }

    /** Whether it is to be offered now. */
    public boolean isToBeOffered(MailboxHandover hand) {
        return current.isToBeOffered(hand, OFFERED_EVERY);
    }

    /** The offer. */
    public byte[] offer(MailboxHandover hand) {
        return letters.write(new Offer(name, hand.turn().run().id(), hand.mailbox(), print));
    }

    /** Whether Graph is to be asked one small question, so that it is known whether this machine has slept. */
    public boolean isToAsk(MailboxHandover hand) {
        return hand.turn().run().time().isToAsk();
    }

    /** It has answered. */
    public void asked(MailboxHandover hand) {
        hand.turn().run().time().asked();
    }

    /** Waits for it a little. */
    public void await(MailboxHandover hand) throws InterruptedException {
        hand.await(SLICE_MILLIS);
        look(hand);
    }

    /** Looks what has become of it, and whether anybody is there who does it. */
    void look(MailboxHandover hand) {
        if (hand.result() == null) {
            current.look(hand);
            standing.tell(said, current.run().id());
        }
    }

    /** What it came to. */
    public MailboxResult result(MailboxHandover hand) {
        return hand.result();
    }

    /** Answers a letter; one that is not to be heeded, or not yet, gets no answer. */
    public byte[] answer(byte[] bytes) {
        try {
            Letter letter = letters.read(bytes, Letter.class);
            HandedRun handing = current;
            boolean writes = letter.kind() == Letter.Kind.TAKE || letter.kind() == Letter.Kind.RETURN;
            return writes && handing != null && handing.run().time().isDoubtful() ? NOTHING
                    : letters.write(answer(letter));
        } catch (UnreadableLetterException refused) {
            said.warn("a letter to the coordinator is not heeded: " + refused.getMessage());
            return NOTHING;
        }
    }

    /** Whether that is no answer. */
    public boolean isNothing(byte[] answer) {
        return answer.length == 0;
    }

    private LetterAnswer answer(Letter letter) {
        if (letter.version() != Offer.VERSION || !letter.print().equals(print)) {
            String sentence = CommonPrint.sentence("the worker " + letter.worker());
            said.warn(sentence);
            standing.refused(letter.worker());
            return LetterAnswer.no(letter, Verdict.REFUSED, sentence);
        }
        HandedRun handing = current;
        boolean known = handing != null && handing.run().id().equals(letter.run());
        if (known && letter.kind() == Letter.Kind.RETURN && handing.isReturned(letter.token())) {
            return LetterAnswer.yes(letter, new byte[0]);
        }
        if (!known || handing.run().report() != null || !handing.run().record().maySend(Set.of())) {
            return LetterAnswer.no(letter, Verdict.OVER, "the run " + letter.run() + " is not in progress");
        }
        standing.heard();
        return answer(handing, letter);
    }

    private static LetterAnswer answer(HandedRun handing, Letter letter) {
        return switch (letter.kind()) {
            case TAKE -> taken(handing, letter);
            case CLAIM -> yesOrNo(letter, handing.claim(letter.token()));
            case BEAT -> handing.beat(letter);
            case RETURN -> yesOrNo(letter, handing.giveBack(letter.token(), letter.worker(), letter.body())
                    ? NOTHING : null);
            case RELEASE -> {
                handing.release(letter.token(), letter.worker());
                yield LetterAnswer.yes(letter, NOTHING);
            }
        };
    }

    private static LetterAnswer taken(HandedRun handing, Letter letter) {
        if (handing.isForOthers(letter.mailbox(), letter.worker(), letter.token())) {
            return LetterAnswer.no(letter, Verdict.LATER, "others are to have their part");
        }
        Grant grant = handing.take(letter.mailbox(), letter.worker(), letter.token());
        return yesOrNo(letter, grant == null ? null : RunClaim.packed(grant));
    }

    /** @param body what was asked for; null for no */
    private static LetterAnswer yesOrNo(Letter letter, byte[] body) {
        return body != null ? LetterAnswer.yes(letter, body)
                : LetterAnswer.no(letter, Verdict.NO, "somebody else has or had the mailbox, or it was lost");
    }
}

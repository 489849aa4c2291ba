package io.contactsync.run;

import io.contactsync.core.MailboxResult;
import io.contactsync.workers.Letter;
import io.contactsync.workers.Letter.Kind;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.LetterAnswer.Verdict;
import io.contactsync.workers.Letters;
import io.contactsync.workers.Offer;
import io.contactsync.workers.UnreadableLetterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Takes mailboxes that a coordinator offers, has them worked on by the routes of this process, and gives them back with
 * all that was done: the bean behind {@code take-mailbox} and {@code keep-mailboxes}.
 */
public final class Workbench implements AutoCloseable {

    /** So long what was done is told again and again if nobody answers: then the coordinator has given it up. */
    private static final Duration TOLD_FOR = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger("contact-sync");

    private final Letters letters;
    private final String print;
    private final Shift shift;
    private final SaidOnce said = new SaidOnce();

    /**
     * Wired from the configuration.
     *
     * @param name what this worker is called; empty for the process's own name
     */
    public Workbench(Letters letters, CommonPrint print, String name) {
        this.letters = letters;
        this.print = print.text();
        this.shift = new Shift(name.isEmpty() ? "worker-" + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8) : name);
    }

    /**
     * A mailbox is offered: asks for it, if this worker is fit for it.
     *
     * @param runs those of this process
     */
    public Taken take(byte[] bytes, Runs runs) {
        shift.uses(runs);
        try {
            Offer offer = letters.read(bytes, Offer.class);
            Taken taken = new Taken(offer, shift.worker(), UUID.randomUUID().toString());
            if (offer.version() != Offer.VERSION || !offer.print().equals(print)) {
                said.warn(CommonPrint.sentence("the coordinator"));
            } else if (shift.isOpen()) {
                taken.write(Kind.TAKE);
            }
            return taken;
        } catch (UnreadableLetterException refused) {
            said.warn("an offer is not heeded: " + refused.getMessage());
            return new Taken(new Offer("", "", ""), "", "");
        }
    }

    /** Says that this worker is there, if it has a part in a run. */
    public Taken beat() {
        String token = UUID.randomUUID().toString();
        Taken beat = new Taken(new Offer(shift.of(), "", print), shift.worker(), token);
        if (!shift.of().isEmpty()) {
            beat.write(Letter.beat(shift.worker(), print, shift.of(), token, shift.lease().held()));
        }
        return beat;
    }

    /** Whether a letter is to be written. */
    public boolean isWriting(Taken taken) {
        return taken.letter() != null;
    }

    /** That letter. */
    public byte[] letter(Taken taken) {
        taken.written(shift.clock().instant());
        return letters.write(taken.letter());
    }

    /**
     * The coordinator has answered.
     *
     * @param bytes null or empty if it has not
     */
    public void heard(Taken taken, byte[] bytes) {
        LetterAnswer answer = read(bytes);
        boolean yes = answer != null && answer.isYesTo(taken.letter());
        if (answer != null && answer.verdict() == Verdict.REFUSED) {
            said.warn(answer.sentence());
        }
        switch (taken.letter().kind()) {
            case TAKE -> asked(taken, answer, yes);
            case CLAIM -> claimed(taken, yes ? answer.body() : new byte[0]);
            case BEAT -> beaten(taken, answer, yes);
            case RETURN -> returned(taken, answer);
            default -> taken.rest();
        }
    }

    private LetterAnswer read(byte[] answer) {
        try {
            return answer == null || answer.length == 0 ? null : letters.read(answer, LetterAnswer.class);
        } catch (UnreadableLetterException refused) {
            said.warn("an answer of the coordinator is not heeded: " + refused.getMessage());
            return null;
        }
    }

    private void asked(Taken taken, LetterAnswer answer, boolean yes) {
        taken.rest();
        if (yes) {
            Grant grant = RunClaim.unpacked(answer.body(), Grant.class);
            shift.lease().holds(grant.mailbox(), taken.token(), taken.written(), grant.lease());
            taken.grant(grant);
            if (shift.isAt(grant.claim())) {
                taken.give();
            } else {
                taken.write(Kind.CLAIM);
            }
        } else if (answer == null) {
            taken.write(Kind.RELEASE);
        }
    }

    private void claimed(Taken taken, byte[] claim) {
        taken.rest();
        if (RunClaim.hash(claim).equals(taken.grant().claim()) && shift.begin(taken.grant(), claim)) {
            taken.give();
        } else {
            release(taken);
        }
    }

    private void release(Taken taken) {
        shift.lease().ends(taken.mailbox());
        taken.write(Kind.RELEASE);
    }

    private void beaten(Taken beat, LetterAnswer answer, boolean yes) {
        List<String> told = beat.letter().tokens();
        boolean over = answer != null && answer.verdict() == Verdict.OVER;
        if (yes || over) {
            shift.lease().heard(told, answer.held(), beat.written());
        }
        shift.heard(yes || over, over, yes && answer.ending());
        beat.rest();
    }

    private void returned(Taken taken, LetterAnswer answer) {
        boolean late = taken.first().plus(TOLD_FOR).isBefore(shift.clock().instant());
        if (answer == null && !late) {
            return;
        }
        if (answer == null || answer.verdict() != Verdict.YES) {
            LOG.warn("mailbox={} the coordinator does not take back what was done: {}", taken.mailbox(),
                    answer == null ? "it does not answer" : answer.sentence());
        }
        shift.lease().ends(taken.mailbox());
        taken.rest();
    }

    /** Whether the mailbox may be worked on now. */
    public boolean isGiven(Taken taken) {
        return taken.isGiven();
    }

    /** The mailbox as the routes of this process take it; null, and it is left to others, if it cannot be begun. */
    public MailboxTask task(Taken taken) {
        MailboxTask task = shift.task(taken.grant());
        if (task == null) {
            release(taken);
        }
        return task;
    }

    /** What it came to is to be told. */
    public Taken done(Taken taken, MailboxResult result) {
        taken.write(Kind.RETURN);
        taken.write(taken.letter().with(shift.account(result)));
        return taken;
    }

    /** It broke off, in whatever way: what was done until then is to be told all the same. */
    public Taken failed(Taken taken, Exception cause) {
        return done(taken, MailboxResults.broken(taken.mailbox(), cause));
    }

    @Override
    public void close() {
        shift.end();
    }
}

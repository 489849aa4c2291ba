package io.contactsync.run;

import io.contactsync.workers.Letter.Kind;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.LetterAnswer.Verdict;
import io.contactsync.workers.Letters;
import io.contactsync.workers.UnreadableLetterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;

/** What a worker makes of the coordinator's answers, and what it writes next. */
final class Conversation {

    /** A second each, if the broker is away; what is heard of otherwise and never gets there is given up. */
    private static final int MOST_REPETITIONS = 100;
    private static final Logger LOG = LoggerFactory.getLogger("contact-sync");

    private final Letters letters;
    private final Shift shift;
    private final Misfit misfit;

    Conversation(Letters letters, Shift shift, Misfit misfit) {
        this.letters = letters;
        this.shift = shift;
        this.misfit = misfit;
    }

    /**
     * The coordinator has answered.
     *
     * @param bytes null or empty if it has not
     */
    void heard(TakenOffer taken, byte[] bytes) {
        LetterAnswer answer = read(taken, bytes);
        boolean yes = answer != null && answer.verdict() == Verdict.YES;
        if (answer != null && answer.verdict() == Verdict.REFUSED) {
            misfit.heard(answer.sentence());
        } else if (answer != null) {
            misfit.fits();
        }
        switch (taken.letter().kind()) {
            case TAKE -> asked(taken, answer, yes);
            case CLAIM -> claimed(taken, yes ? answer.body() : new byte[0]);
            case BEAT -> beaten(taken, answer, yes);
            case RETURN -> returned(taken, answer);
            default -> taken.rest();
        }
    }

    /** What answers another letter is no answer. */
    private LetterAnswer read(TakenOffer taken, byte[] bytes) {
        try {
            LetterAnswer answer = bytes == null || bytes.length == 0 ? null : letters.read(bytes, LetterAnswer.class);
            return answer == null || !answer.isTo(taken.letter()) ? null : answer;
        } catch (UnreadableLetterException refused) {
            misfit.heard("an answer of the coordinator is not heeded: " + refused.getMessage());
            return null;
        }
    }

    private void asked(TakenOffer taken, LetterAnswer answer, boolean yes) {
        taken.rest();
        if (yes) {
            Grant grant = RunClaim.unpacked(answer.body(), Grant.class);
            shift.lease().holds(grant.mailbox(), taken.token(), taken.written(), grant.lease());
            taken.grant(grant);
            join(taken, grant);
        } else if (answer != null && answer.verdict() == Verdict.LATER) {
            taken.leave();
        } else if (answer == null) {
            taken.write(Kind.RELEASE);
        }
    }

    /** Whoever is told to stop meanwhile leaves the mailbox to others. */
    private void join(TakenOffer taken, Grant grant) {
        try {
            if (shift.fetches(grant)) {
                taken.write(Kind.CLAIM);
            } else {
                taken.give();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            release(taken);
        }
    }

    private void claimed(TakenOffer taken, byte[] claim) {
        taken.rest();
        boolean begun = false;
        try {
            begun = RunClaim.hash(claim).equals(taken.grant().claim()) && shift.begin(taken.grant(), claim);
        } finally {
            shift.fetched(); // whatever became of it, others wait
            if (begun) {
                taken.give();
            } else {
                release(taken);
            }
        }
    }

    /** The mailbox is left to others: it was not begun here, and is not by that token. */
    void release(TakenOffer taken) {
        shift.lease().ends(taken.mailbox(), taken.token());
        taken.write(Kind.RELEASE);
    }

    private void beaten(TakenOffer beat, LetterAnswer answer, boolean yes) {
        List<String> told = beat.letter().tokens();
        boolean over = answer != null && answer.verdict() == Verdict.OVER;
        if (yes || over) {
            shift.lease().heard(told, answer.held(), beat.written());
        }
        shift.heard(beat.letter().run(), yes || over, over, yes && answer.ending());
        if (yes) {
            shift.pace(answer.share(), Duration.ofMillis(answer.pauseMillis()));
        }
        beat.rest();
    }

    /** If nobody answers it is told again, as long as the coordinator may still wait for it, but not for ever. */
    private void returned(TakenOffer taken, LetterAnswer answer) {
        boolean late = !shift.lease().isGood(taken.mailbox(), shift.clock().instant())
                || taken.repetitions() > MOST_REPETITIONS;
        if (answer == null && !late) {
            return;
        }
        if (answer != null && answer.verdict() == Verdict.YES) {
            taken.takenBack();
        } else {
            LOG.warn("mailbox={} the coordinator does not take back what was done: {}", taken.mailbox(),
                    answer == null ? "it does not answer" : answer.sentence());
        }
        shift.lease().ends(taken.mailbox(), taken.token());
        taken.rest();
    }
}

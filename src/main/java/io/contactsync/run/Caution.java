package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.journal.EarlierRuns;
import io.contactsync.journal.Journal;
import io.contactsync.journal.TimeScale;
import io.contactsync.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the earlier runs, and the gaps in what is known of them, keep a run from doing. Asked by all mailboxes at once.
 */
final class Caution {

    private static final Logger LOG = LoggerFactory.getLogger(Caution.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final Duration JUMP = Duration.ofMinutes(1);

    private final Begun begun;
    private final Journal journal;
    private final Set<String> perhapsWritten = ConcurrentHashMap.newKeySet();
    private volatile EarlierRuns earlier;

    Caution(Begun begun, Journal journal) {
        this.begun = begun;
        this.journal = journal;
    }

    /**
     * Reads what the earlier runs left, once Graph has told its time. That time goes into the journal first.
     *
     * @throws io.contactsync.journal.JournalException if a journal cannot be read
     */
    void read() {
        TimeScale now = begun.time().learn();
        journal.write(RunEntries.clock(now.graph()));
        RunSettings settings = begun.settings();
        EarlierRuns found = EarlierRuns.of(settings.data(), begun.id(), now, settings.settle());
        if (found.jumped() != null && found.jumped().abs().compareTo(JUMP) > 0) {
            LOG.warn("run={} this machine's clock has jumped {} by {} s against Graph's since the run before: "
                    + "ages are measured by Graph's", begun.id(), found.jumped().isNegative() ? "back" : "forward",
                    found.jumped().abs().toSeconds());
        }
        earlier = found;
    }

    /** What they left; null before it is read. */
    EarlierRuns earlier() {
        return earlier;
    }

    /**
     * A mailbox is about to be filled, but our category was there before this folder put it there: whether a
     * folder that is lost may have sent creates which its list does not show yet.
     */
    boolean isPerhapsWritten(MailboxPlan planned) {
        return isYoung(planned, !planned.earlier().recent().hasAddedCategory(planned.mailbox()));
    }

    /**
     * What may be written into a mailbox that holds contacts of ours: if this folder is too young to have created any
     * of them, and has not taken them over, another one has, and more may not be listed yet. Nothing is created beside
     * them.
     */
    MailboxPlan beside(MailboxPlan planned) {
        boolean creates = planned.isToBeWritten() && planned.plan().count(Action.CREATE) > 0;
        boolean others = creates && planned.plan().managed() > 0
                && isYoung(planned,
                        !planned.earlier().recent().mayBeMade(planned.mailbox(), planned.plan().managed()));
        return others ? waits(planned) : planned;
    }

    /** The same without its creates, which wait. */
    static MailboxPlan waits(MailboxPlan planned) {
        int creates = planned.plan().count(Action.CREATE);
        planned.turn().run().write(List.of(MailboxEntries.waits(planned.mailbox(), creates)), false);
        return planned.with(planned.plan().withoutCreates());
    }

    private boolean isYoung(MailboxPlan planned, boolean another) {
        boolean perhaps = another && planned.earlier().isYoung(begun.time().now());
        if (perhaps) {
            spares(planned.mailbox());
        }
        return perhaps;
    }

    /** Nothing is created in that mailbox, for another installation may have written there. */
    void spares(String mailbox) {
        perhapsWritten.add(mailbox);
    }

    /** Whether that was so of the mailbox. */
    boolean isSparing(String mailbox) {
        return perhapsWritten.contains(mailbox);
    }

    /** What the caution cost, and until when. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (!perhapsWritten.isEmpty()) {
            problems.add(Problem.of((perhapsWritten.size() == 1 ? "1 mailbox was"
                    : perhapsWritten.size() + " mailboxes were") + " written before by an"
                    + " installation whose data folder is not here: contacts there may not be listed yet, so nothing "
                    + "was created; run again after "
                    + minute(earlier.knowsFrom())));
        }
        if (earlier != null && earlier.settlingUntil() != null) {
            problems.add(
                    Problem.of("a journal was set aside, or data/state/began was damaged: nothing is created before "
                            + minute(earlier.settlingUntil())
                            + ", for what it knew may not be listed yet; run again after that"));
        }
        return problems;
    }

    /** The next full minute. */
    private static String minute(Instant time) {
        return TIME.format(time.plusSeconds(60));
    }
}

package io.contactsync.run;

import io.contactsync.contact.ReadRetry;
import io.contactsync.contact.RetryGrant;
import io.contactsync.core.Breaker;
import io.contactsync.core.Denials;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.Fault;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.RetryBudget;
import io.contactsync.core.Traffic;
import io.contactsync.microsoftgraph.GraphStatistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What one run may spend: its time, its repetitions, and failing calls. Keeps the state that the rules of the core go
 * on from, and looks at what goes over the wire whenever it is asked. Asked by all mailboxes at once.
 */
final class RunBudget implements RetryGrant {

    private static final Duration SLICE = Duration.ofSeconds(1);

    private final RunTime time;
    private final Duration allowed;
    private final ReadRetry reads;
    private final Instant end;
    private Breaker breaker;
    private RetryBudget repetitions;
    private Traffic lately;
    private int answered;
    private int denied;

    /**
     * Begins now.
     *
     * @param allowed how long the run may take
     * @param pause how long it pauses when most calls fail, the first time
     * @param reads asks it before a reading is repeated, until it ends
     */
    RunBudget(RunTime time, Duration allowed, Duration pause, ReadRetry reads) {
        this.time = time;
        this.allowed = allowed;
        this.reads = reads;
        this.end = clock().instant().plus(RunBudgets.sending(allowed));
        Traffic.Note first = note();
        this.breaker = Breaker.closed(pause, first);
        this.repetitions = RetryBudget.full(first.calls());
        this.lately = Traffic.from(first);
    }

    /** The run has begun: whoever reads asks it from now on. */
    void begin() {
        reads.ask(this);
    }

    /** The run is over: what is read from now on is none of its. */
    void end() {
        reads.ask(RetryGrant.ALWAYS);
    }

    private Clock clock() {
        return time.clock();
    }

    private Traffic.Note note() {
        GraphStatistics sums = time.graph().statistics();
        return new Traffic.Note(clock().instant(), sums.httpCalls(), sums.requests(), sums.troubled());
    }

    private void look() {
        Traffic.Note note = note();
        lately = lately.and(note);
        breaker = breaker.and(note);
    }

    /** Why nothing more is to be sent; null if something is. */
    synchronized EarlyEnd over() {
        look();
        return breaker.isOver() ? EarlyEnd.STORM : clock().instant().isBefore(end) ? null : EarlyEnd.TIME;
    }

    /** Not before then may anything be sent; now, if it may. */
    synchronized Instant notBefore(Instant now) {
        look();
        if (breaker.isClosed() || breaker.isOver()) {
            return now;
        }
        return breaker.until().isAfter(now) ? breaker.until() : now.plus(SLICE);
    }

    /** Whether whoever asks is the one to put the question by which all wait to go on. */
    synchronized boolean isToProbe() {
        boolean due = breaker.isDue(clock().instant());
        breaker = due ? breaker.asking() : breaker;
        return due;
    }

    /** The question came back. */
    synchronized void probed(boolean well) {
        breaker = breaker.probed(well, note());
    }

    /** A pause of the run prolongs the wait; its end ends all repetitions. */
    @Override
    public synchronized Duration delay(RetryBudget.After after) {
        look();
        Instant now = clock().instant();
        Instant at = repeat(after, now, true);
        if (at == null || !now.isBefore(end)) {
            return null;
        }
        return Duration.between(now, breaker.isClosed() || at.isAfter(breaker.until()) ? at : breaker.until());
    }

    /** When a batch may be sent once more: now, and then it counts, or not before then; null if not at all. */
    synchronized Instant repeat(RetryBudget.After after, Instant now) {
        look();
        Instant at = repeat(after, now, false);
        return at == null || !at.isAfter(now) ? at : now.plus(SLICE);
    }

    private Instant repeat(RetryBudget.After after, Instant now, boolean later) {
        RetryBudget.Repetition asked = repetitions.ask(after, lately.last().calls(),
                lately.lately(RetryBudget.WINDOW).calls(), now);
        if (asked.at() == null || later || !asked.at().isAfter(now)) {
            repetitions = asked.rest();
        }
        return asked.at();
    }

    /** Whether most calls fail now. */
    synchronized boolean isStormy() {
        look();
        return !breaker.isClosed();
    }

    /**
     * A mailbox is through.
     *
     * @param mailboxes all of the run
     * @return why the run must end now; null if it need not
     */
    synchronized String ended(MailboxResult result, int mailboxes) {
        if (result.status() == MailboxResult.Status.SKIPPED) {
            return null;
        }
        answered++;
        denied += result.fault() == Fault.DENIED ? 1 : 0;
        return Denials.isTooMany(denied, answered, mailboxes) ? Denials.sentence(denied, answered) : null;
    }

    /** What is to be said of a run that ended early. */
    String sentence(EarlyEnd why, int left, int mailboxes) {
        String rest = String.format(Locale.ROOT, "%,d of %,d mailboxes were left or not finished; the next run begins "
                + "with them", left, mailboxes);
        return switch (why) {
            case TIME -> "the run's " + allowed.toMinutes() + " minutes (sync.run-minutes) were over: " + rest;
            case STORM -> "most calls to Graph failed (429, 5xx or no answer), and still did after two pauses: " + rest;
            default -> "stopped before the end";
        };
    }
}

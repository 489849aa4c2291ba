package io.contactsync.run;

import io.contactsync.core.KnownTarget;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.SourceState;
import io.contactsync.core.Tally;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run gathers for its report: what each source gave, and what each mailbox came to. Told by all mailboxes at
 * once.
 */
final class Gathered {

    /** Sentences of one source that are kept; the counts tell of the others. */
    private static final int SENTENCES = 20;

    private final Clock clock;
    private final Instant began;
    private final List<SourceLine> sources = new ArrayList<>();
    private final FormerFindings former = new FormerFindings(this::place);
    private volatile Map<String, Turn> turns = Map.of();

    /** A mailbox and what is known of it so far. */
    private static final class Turn {

        private final int place;
        private final Target target;
        private volatile int managed = KnownTarget.UNKNOWN;
        private volatile long started;
        private volatile long ended;
        private volatile MailboxResult result;
        private volatile String cause;

        Turn(int place, Target target) {
            this.place = place;
            this.target = target;
        }
    }

    Gathered(Clock clock, Instant began) {
        this.clock = clock;
        this.began = began;
    }

    /**
     * A source was read and judged.
     *
     * @param since when it was read, if it is taken as it was then; else null
     */
    void source(SourceContacts source, SourceState state, Instant since) {
        sources.add(new SourceLine(source.source(), source.contacts().size(), state, source.counts(),
                sentences(source.problems()), sentences(source.notes()), source.summary(), since));
    }

    private static List<String> sentences(List<Problem> problems) {
        return problems.stream().limit(SENTENCES).map(Problem::sentence).toList();
    }

    /** The mailboxes of the run, each once. */
    void targets(Iterable<Target> targets) {
        Map<String, Turn> all = new LinkedHashMap<>();
        targets.forEach(target -> all.putIfAbsent(target.mailbox(), new Turn(all.size(), target)));
        turns = all;
    }

    /** They, in order. */
    List<Target> targets() {
        return turns.values().stream().map(turn -> turn.target).toList();
    }

    /** Their object ids, in order. */
    List<String> ids() {
        return List.copyOf(turns.keySet());
    }

    /** The place of a mailbox in the run's list; -1 if it is none of them. */
    int place(String mailbox) {
        Turn turn = turns.get(mailbox);
        return turn == null ? -1 : turn.place;
    }

    /** What the mailboxes hold of a former tool. */
    FormerFindings former() {
        return former;
    }

    /** What people call a mailbox. */
    String called(String mailbox) {
        Turn turn = turns.get(mailbox);
        return turn == null ? mailbox : line(turn).called();
    }

    /** A mailbox's turn has come. */
    void began(String mailbox) {
        Turn turn = turns.get(mailbox);
        if (turn != null) {
            turn.started = sinceBegin();
        }
    }

    /** A mailbox was planned: it holds so many contacts of ours. */
    void planned(String mailbox, int managed) {
        Turn turn = turns.get(mailbox);
        if (turn != null) {
            turn.managed = managed;
        }
    }

    /** How many contacts of ours each mailbox holds by now, as far as it came to its end. */
    Map<String, Integer> contacts() {
        Map<String, Integer> contacts = new LinkedHashMap<>();
        turns.forEach((mailbox, turn) -> {
            MailboxResult result = turn.result;
            if (result != null && turn.managed != KnownTarget.UNKNOWN) {
                contacts.put(mailbox, turn.managed + result.tally().created() - result.tally().deleted());
            } else if (result != null && turn.target.left() && isGone(result.reason())) {
                contacts.put(mailbox, 0);
            }
        });
        return contacts;
    }

    /** Whether a mailbox was skipped because it is not there; one that only rests is. */
    private static boolean isGone(String reason) {
        return reason.startsWith(MailboxResults.NO_MAILBOX) || reason.equals(Targets.NO_USER);
    }

    /** A mailbox is through; the cause is empty if nothing kept it. */
    void ended(MailboxResult result, String cause) {
        Turn turn = turns.get(result.mailbox());
        if (turn != null) {
            turn.ended = sinceBegin();
            turn.cause = cause;
            turn.result = result;
        }
    }

    private long sinceBegin() {
        return Duration.between(began, clock.instant()).toMillis();
    }

    /** The sources, in order. */
    List<SourceLine> sources() {
        return List.copyOf(sources);
    }

    /** The mailboxes, in order. */
    List<MailboxLine> mailboxes() {
        return turns.values().stream().map(Gathered::line).toList();
    }

    /** The mailboxes of a run that waits as a whole. */
    List<MailboxLine> held(String why) {
        return turns.values().stream().map(turn -> line(turn.target,
                new MailboxResult(turn.target.mailbox(), MailboxResult.Status.HELD, why, Tally.NONE, 0),
                why, 0, 0)).toList();
    }

    private static MailboxLine line(Turn turn) {
        MailboxResult result = turn.result;
        return result == null ? line(turn.target, new MailboxResult(turn.target.mailbox(), MailboxResult.Status.FAILED,
                EarlyEnd.UNREACHED, Tally.NONE, 0), EarlyEnd.UNREACHED, 0, 0)
                : line(turn.target, result, turn.cause, turn.started, turn.ended - turn.started);
    }

    private static MailboxLine line(Target target, MailboxResult result, String cause, long started, long millis) {
        return new MailboxLine(target.mailbox(), target.name(), target.address(), result.status(), result.reason(),
                cause, result.tally(), result.unchanged(), started, millis);
    }
}

package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The dispatch of one mailbox: a state machine without a clock, so that a simulation can run the very code that ships.
 *
 * <ul>
 *   <li>One batch in flight, never two. A change that is refused alone waits out its own Retry-After, and the others go
 *   on; if more than half of a batch has to wait, or the mailbox is told to, or so long that no run waits, all wait.
 *   <li>Deletions come last, in batches of their own, and only if no create before them stayed unclear.
 *   <li>Of several contacts with one key the surplus ones are settled first; until they are, that key's stays as it is.
 *   <li>A create without a clear answer is {@link Outcome.Kind#UNKNOWN} at once; all the rest may be repeated.
 *   <li>Before updates and sweeps leave, their contacts are looked at once more ({@link SecondLook}); what no longer
 *   fits is not sent.
 *   <li>A mailbox that held none of ours is listed once more after its first batch of creates ({@link FirstCreates}).
 *   <li>A mailbox that contacts of ours were taken out of is listed once more at the end ({@link Emptying}).
 *   <li>A batch refused as a whole for what is in it is halved, down to the one change that is to blame.
 * </ul>
 *
 * @param mailbox the mailbox's object id
 * @param rules how patiently
 * @param deadline nothing is sent from this instant on
 * @param most how many changes a batch may hold, so that its answer comes in time
 * @param tally what it came to so far
 * @param headway how far it has come
 */
public record Dispatch(String mailbox, DispatchRules rules, Instant deadline, int most, Tally tally,
        Headway headway) {

    /** What a dispatch has asked for last: nothing or a wait, a batch, a second look or a list. */
    public enum Asked {
        NOTHING, BATCH, LOOK, LIST;

        /** What must have been asked for, for that to happen. */
        private static Asked before(Event event) {
            return event instanceof Event.Came ? BATCH
                    : event instanceof Event.Looked ? LOOK : event instanceof Event.Listed ? LIST : NOTHING;
        }
    }

    /**
     * Begins with a plan that has passed its guards.
     *
     * @param most how many changes a batch may hold, so that its answer comes in time
     */
    public static Step begin(String mailbox, Plan plan, DispatchRules rules, int most, Instant now) {
        return begin(mailbox, rules, most, now, Headway.begin(plan, now));
    }

    /** Begins after the run has come to its end: all of the plan is left for the next run. */
    public static Step stopped(String mailbox, Plan plan, DispatchRules rules, EarlyEnd why, Instant now) {
        return begin(mailbox, rules, Batch.MAX, now, Headway.begin(plan, now).closed(why.left(), Fault.ELSEWHERE));
    }

    private static Step begin(String mailbox, DispatchRules rules, int most, Instant now, Headway headway) {
        return new Dispatch(mailbox, rules, now.plus(rules.deadline()), most, Tally.NONE, headway)
                .next(List.of(), now);
    }

    /** The same with batches of so many changes from the next one on. */
    public Dispatch holding(int changes) {
        return new Dispatch(mailbox, rules, deadline, changes, tally, headway);
    }

    /** What is in flight, or being looked at; empty if nothing. */
    public List<Pending> flying() {
        return headway.flying();
    }

    /** The watch over a mailbox that held none of ours. */
    public FirstCreates first() {
        return headway.first();
    }

    /**
     * Goes on after an event. A stop while something is asked for is remembered: the step that follows its answer sends
     * nothing more.
     *
     * @throws IllegalStateException if something comes back that was not asked for, or another event comes first
     */
    public Step on(Event event, Instant now) {
        if (event instanceof Event.Stop stop) {
            Dispatch closed = at(headway.closed(stop.why(), Fault.ELSEWHERE));
            return headway.asked() == Asked.NOTHING ? closed.next(List.of(), now)
                    : new Step(closed, List.of(), null, null);
        }
        if (event instanceof Event.Postponed postponed) {
            return at(headway.postponed(postponed.until())).next(List.of(), now);
        }
        if (headway.asked() != Asked.before(event)) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " while " + mailbox + " waits for "
                    + headway.asked() + " of " + flying().size() + " changes");
        }
        if (event instanceof Event.Came came) {
            return landed(Landing.of(came, rules, headway, now), now);
        }
        if (event instanceof Event.Looked looked) {
            return looked(Landing.of(looked, rules, headway, now), now);
        }
        return event instanceof Event.Listed listed ? listed(listed, now) : next(List.of(), now);
    }

    private Step landed(Landing landing, Instant now) {
        return at(landing.headway()).next(landing.outcomes(), now);
    }

    /** What still fits is sent at once; if the mailbox has to wait, all of it waits, and is looked at again. */
    private Step looked(Landing landing, Instant now) {
        if (!landing.isClear() || !deadline.isAfter(now)) {
            return landed(landing, now);
        }
        List<Pending> fit = landing.takeFit();
        Headway rest = landing.headway();
        return at(rest).send(landing.outcomes(), fit, rest.open());
    }

    private Step listed(Event.Listed listed, Instant now) {
        if (headway.open().isEmpty()) {
            return at(headway.emptied(listed.left(), now)).next(List.of(), now);
        }
        boolean strangers = listed.strangers() > 0;
        List<Outcome> left = strangers ? headway.creates().map(create -> create.left(FirstCreates.STRANGERS)).toList()
                : List.of();
        return at(headway.listed(strangers)).next(left, now);
    }

    /** What is to be done now that nothing is in flight. */
    private Step next(List<Outcome> outcomes, Instant now) {
        if (headway.isOver()) {
            return new Step(count(outcomes), outcomes, null, null);
        }
        Headway.Closed why = reasonToStop(now);
        if (why != null) {
            return at(headway.closed(why.why(), why.fault())).giveUp(outcomes);
        }
        if (headway.due(now).isAfter(now)) {
            return new Step(count(outcomes), outcomes, null, headway.due(now));
        }
        if (headway.isListDue()) {
            return new Step(asking(outcomes, Asked.LIST, List.of(), headway.open()), outcomes, null, null);
        }
        return ask(outcomes, now);
    }

    private Headway.Closed reasonToStop(Instant now) {
        if (headway.closed() != null) {
            return headway.closed();
        }
        if (headway.unclear() && headway.isNext(Action.DELETE)) {
            return new Headway.Closed("a create before it is in doubt", Fault.OWN);
        }
        Instant due = headway.due(now);
        if (!deadline.isAfter(now) || !due.isBefore(deadline)) {
            return new Headway.Closed("no time left for this mailbox",
                    deadline.isAfter(now) ? Fault.ELSEWHERE : Fault.OWN);
        }
        return Duration.between(now, due).compareTo(rules.longestWait()) > 0
                ? new Headway.Closed("told to wait longer than this run waits", Fault.ELSEWHERE) : null;
    }

    private Step giveUp(List<Outcome> outcomes) {
        List<Outcome> all = new ArrayList<>(outcomes);
        headway.open().forEach(pending -> all.add(pending.left(headway.closed().why())));
        return new Step(asking(all, Asked.NOTHING, List.of(), List.of()), all, null, null);
    }

    private Step ask(List<Outcome> outcomes, Instant now) {
        List<Pending> portion = headway.next(rules, most, now);
        List<Pending> rest = headway.without(portion);
        Look look = new Look(mailbox,
                portion.stream().flatMap(pending -> SecondLook.questions(pending, rules).stream()).toList());
        return look.questions().isEmpty() ? send(outcomes, portion, rest)
                : new Step(asking(outcomes, Asked.LOOK, portion, rest), outcomes, null, look, null);
    }

    private Step send(List<Outcome> outcomes, List<Pending> portion, List<Pending> rest) {
        Batch batch = new Batch(mailbox, portion.stream().map(Pending::change).toList());
        return new Step(asking(outcomes, Asked.BATCH, portion, rest), outcomes, batch, null);
    }

    private Dispatch asking(List<Outcome> outcomes, Asked what, List<Pending> about, List<Pending> rest) {
        return at(headway.asking(what, about, rest)).count(outcomes);
    }

    private Dispatch at(Headway now) {
        return new Dispatch(mailbox, rules, deadline, most, tally, now);
    }

    private Dispatch count(List<Outcome> outcomes) {
        return new Dispatch(mailbox, rules, deadline, most, tally.plus(outcomes), headway);
    }
}

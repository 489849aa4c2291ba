package io.contactsync.core;

import io.contactsync.core.Dispatch.Asked;
import io.contactsync.core.Dispatch.Pending;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far the dispatch of a mailbox has come.
 *
 * @param open what is still to be sent, in order
 * @param asked what is waited for
 * @param flying what is in flight, or being looked at; empty if nothing
 * @param portion how many changes the next batch may hold
 * @param notBefore nothing is sent before this instant
 * @param unclear whether a create stayed in doubt
 * @param full whether the mailbox refuses to grow
 * @param closed why nothing more is sent; null while it is open
 * @param first the watch over a mailbox that held none of ours
 * @param emptying the watch over a mailbox that contacts of ours are taken out of
 */
record Headway(List<Pending> open, Asked asked, List<Pending> flying, int portion, Instant notBefore,
        boolean unclear, boolean full, Closed closed, FirstCreates first, Emptying emptying) {

    /** Why nothing more is sent, and whose fault that is. */
    record Closed(String why, Fault fault) {

        /** The mailbox answers so instead of taking a change. */
        static Closed by(Answer answer) {
            return new Closed("the mailbox answers " + answer.text(), Fault.of(answer));
        }
    }

    Headway {
        open = List.copyOf(open);
        flying = List.copyOf(flying);
    }

    static Headway begin(Plan plan, Instant now) {
        List<Pending> open = plan.changes().stream().map(change -> new Pending(change, 0)).toList();
        return new Headway(open, Asked.NOTHING, List.of(), Batch.MAX, now, false, false, null, FirstCreates.of(plan),
                Emptying.of(plan));
    }

    /** Whether what comes next does that. */
    boolean isNext(Action action) {
        return !open.isEmpty() && open.get(0).change().action() == action;
    }

    /** Whether nothing is left to be done. */
    boolean isOver() {
        return open.isEmpty() && !emptying.watching();
    }

    /** Whether the mailbox is listed before anything else is done. */
    boolean isListDue() {
        return open.isEmpty() || first.isDue() && isNext(Action.CREATE);
    }

    /** The mailbox has been listed at the end: if that list is late, another one follows after a wait. */
    Headway emptied(Set<String> shown, Instant now) {
        Emptying next = emptying.listed(shown);
        Instant then = next.watching() ? now.plus(Waiting.before(next.lists(), null, 0)) : notBefore;
        return new Headway(open, Asked.NOTHING, List.of(), portion, then, unclear, full, closed, first, next);
    }

    /**
     * How many changes leave next: sweeps and other deletions travel alone, and what is to be looked at fits into one
     * batch.
     */
    int next(DispatchRules rules) {
        Change next = open.get(0).change();
        int questions = 0;
        int size = 0;
        while (size < Math.min(portion, open.size()) && isAlike(next, open.get(size).change())) {
            questions += SecondLook.weight(open.get(size), rules);
            if (questions > Batch.MAX) {
                break;
            }
            size++;
        }
        return size;
    }

    private static boolean isAlike(Change one, Change other) {
        return one.isSweep() == other.isSweep()
                && (one.action() == Action.DELETE) == (other.action() == Action.DELETE);
    }

    /** That is asked for now, about those. */
    Headway asking(Asked what, List<Pending> about, List<Pending> rest) {
        return new Headway(rest, what, about, portion, notBefore, unclear, full, closed, first,
                emptying);
    }

    Headway closed(String why, Fault fault) {
        return new Headway(open, asked, flying, portion, notBefore, unclear, full, new Closed(why, fault), first,
                emptying);
    }

    /** What was asked for has not left: it is asked for again, not before that. */
    Headway postponed(Instant until) {
        List<Pending> all = Stream.concat(flying.stream(), open.stream()).toList();
        return new Headway(all, Asked.NOTHING, List.of(), portion, until.isAfter(notBefore) ? until : notBefore,
                unclear, full, closed, first, emptying);
    }

    /** What is still to be created. */
    Stream<Pending> creates() {
        return open.stream().filter(Headway::isCreate);
    }

    private static boolean isCreate(Pending pending) {
        return pending.change().action() == Action.CREATE;
    }

    /** The mailbox has been listed once more: nothing more is created beside strangers. */
    Headway listed(boolean strangers) {
        List<Pending> rest = open.stream().filter(pending -> !strangers || !isCreate(pending)).toList();
        return new Headway(rest, Asked.NOTHING, List.of(), portion, notBefore, unclear, full, closed,
                first.over(strangers), emptying);
    }
}

package io.contactsync.core;

import io.contactsync.core.Dispatch.Asked;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
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
        List<Pending> open = plan.changes().stream().map(change -> new Pending(change)).toList();
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
     * When something may leave: deletions wait for what comes before them, and sweeps are waited for.
     *
     * @return now or earlier if something may
     */
    Instant due(Instant now) {
        Instant first = open.isEmpty() ? notBefore : Instant.MAX;
        for (int place = 0; place < open.size() && isAlike(open.get(0).change(), open.get(place).change())
                && first.isAfter(now); place++) {
            Instant own = open.get(place).notBefore();
            first = own.isBefore(first) ? own : first;
        }
        return first.isAfter(notBefore) ? first : notBefore;
    }

    /**
     * What leaves next of that which is due: sweeps and other deletions travel alone, and what is to be looked at fits
     * into one batch.
     *
     * @param most how many changes a batch may hold
     */
    List<Pending> next(DispatchRules rules, int most, Instant now) {
        int size = Math.min(portion, most);
        List<Pending> next = new ArrayList<>(size);
        int questions = 0;
        for (Pending pending : open) {
            if (next.size() == size || !isAlike(open.get(0).change(), pending.change())) {
                break;
            }
            if (pending.isDue(now)) {
                questions += SecondLook.weight(pending, rules);
                if (questions > Batch.MAX) {
                    break;
                }
                next.add(pending);
            }
        }
        return next;
    }

    /** What is open besides those, which are some of it in the same order. */
    List<Pending> without(List<Pending> some) {
        if (some.get(some.size() - 1) == open.get(some.size() - 1)) {
            return open.subList(some.size(), open.size());
        }
        Iterator<Pending> gone = some.iterator();
        Pending next = gone.next();
        List<Pending> rest = new ArrayList<>(open.size() - some.size());
        for (Pending pending : open) {
            if (pending == next) {
                next = gone.hasNext() ? gone.next() : null;
            } else {
                rest.add(pending);
            }
        }
        return rest;
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

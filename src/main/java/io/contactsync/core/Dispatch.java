package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The dispatch of one mailbox: a state machine without a clock, so that a simulation can run the very code that ships.
 *
 * <ul>
 *   <li>One batch in flight, never two. Whatever answer says Retry-After, the whole mailbox waits, so no request falls into that window.
 *   <li>Deletions come last, in batches of their own, and only if no create before them stayed unclear.
 *   <li>A create without a clear answer is {@link Outcome.Kind#UNKNOWN} at once; all the rest may be repeated, as often as the rules say.
 *   <li>A batch refused as a whole for what is in it is halved, down to the one change that is to blame.
 * </ul>
 *
 * @param mailbox the mailbox's object id
 * @param rules how patiently
 * @param open what is still to be sent, in order
 * @param flying what is in flight; empty if nothing
 * @param portion how many changes the next batch may hold
 * @param notBefore nothing is sent before this instant
 * @param deadline nothing is sent from this instant on
 * @param unclear whether a create stayed in doubt
 * @param full whether the mailbox refuses to grow
 * @param closed why nothing more is sent; null while it is open
 * @param tally what it came to so far
 */
public record Dispatch(String mailbox, DispatchRules rules, List<Pending> open, List<Pending> flying, int portion, Instant notBefore, Instant deadline,
        boolean unclear, boolean full, String closed, Tally tally) {

    /** A change that is still to be done, and how often it has been tried. */
    public record Pending(Change change, int tries) {
        Pending tried() {
            return new Pending(change, tries + 1);
        }
    }

    /** Begins with a plan that has passed its guards. */
    public static Step begin(String mailbox, Plan plan, DispatchRules rules, Instant now) {
        List<Pending> open = plan.changes().stream().map(change -> new Pending(change, 0)).toList();
        return new Dispatch(mailbox, rules, open, List.of(), Batch.MAX, now, now.plus(rules.deadline()), false, false, null, Tally.NONE)
                .next(List.of(), now);
    }

    /**
     * Goes on after an event. A stop while a batch is in flight is remembered: the step that follows its answer sends nothing more.
     *
     * @throws IllegalStateException if a batch comes back that was not sent, or another event comes while one is in flight
     */
    public Step on(Event event, Instant now) {
        if (event instanceof Event.Stop && !flying.isEmpty()) {
            return new Step(close("stopped"), List.of(), null, null);
        }
        if (event instanceof Event.Came == flying.isEmpty()) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " while " + flying.size() + " changes of " + mailbox + " are in flight");
        }
        if (event instanceof Event.Came came) {
            return came(came, now);
        }
        return (event instanceof Event.Stop ? close("stopped") : this).next(List.of(), now);
    }

    private Step came(Event.Came came, Instant now) {
        if (came.answer() instanceof BatchAnswer.Answered answered) {
            return new Verdicts(came.random()).each(answered).step(now);
        }
        if (came.answer() instanceof BatchAnswer.Refused refused) {
            return refused(refused, came.random(), now);
        }
        BatchAnswer.Unclear unclear = (BatchAnswer.Unclear) came.answer();
        return new Verdicts(came.random()).all(unclear.reason(), unclear.retryAfter()).step(now);
    }

    private Step refused(BatchAnswer.Refused refused, double random, Instant now) {
        Answer same = new Answer(refused.status(), refused.code(), refused.retryAfter(), null);
        boolean content = refused.status() == 400 || refused.status() == 413;
        if (content && flying.size() > 1) {
            return halved(refused.retryAfter(), random, now);
        }
        Verdicts verdicts = new Verdicts(random);
        flying.forEach(pending -> verdicts.judge(pending, same, content ? Judgement.REJECTED : refused.status() == 403 ? Judgement.MAILBOX_CLOSED : Judgement.AGAIN));
        return verdicts.step(now);
    }

    private Step halved(Duration told, double random, Instant now) {
        Instant until = told == null ? notBefore : now.plus(Waiting.before(1, told, random));
        Dispatch half = landed(flying, open, (flying.size() + 1) / 2);
        return new Dispatch(mailbox, rules, half.open, half.flying, half.portion, until, deadline, unclear, full, closed, tally).next(List.of(), now);
    }

    /** What is to be done now that nothing is in flight. */
    private Step next(List<Outcome> outcomes, Instant now) {
        if (open.isEmpty()) {
            return new Step(count(outcomes), outcomes, null, null);
        }
        String why = reasonToStop(now);
        if (why != null) {
            return giveUp(outcomes, why);
        }
        return notBefore.isAfter(now) ? new Step(count(outcomes), outcomes, null, notBefore) : send(outcomes);
    }

    private String reasonToStop(Instant now) {
        if (closed != null) {
            return closed;
        }
        if (unclear && open.get(0).change().action() == Action.DELETE) {
            return "a create before it is in doubt";
        }
        if (!deadline.isAfter(now) || !notBefore.isBefore(deadline)) {
            return "no time left for this mailbox";
        }
        return Duration.between(now, notBefore).compareTo(rules.longestWait()) > 0 ? "told to wait longer than this run waits" : null;
    }

    private Step giveUp(List<Outcome> outcomes, String why) {
        List<Outcome> all = new ArrayList<>(outcomes);
        open.forEach(pending -> all.add(new Outcome(pending.change(), Outcome.Kind.LEFT, why, pending.change().contactId())));
        return new Step(landed(List.of(), List.of(), portion).count(all), all, null, null);
    }

    private Step send(List<Outcome> outcomes) {
        boolean deletes = open.get(0).change().action() == Action.DELETE;
        int size = 1;
        while (size < Math.min(portion, open.size()) && deletes == (open.get(size).change().action() == Action.DELETE)) {
            size++;
        }
        List<Pending> first = List.copyOf(open.subList(0, size));
        Dispatch sent = new Dispatch(mailbox, rules, List.copyOf(open.subList(size, open.size())), first, portion, notBefore, deadline, unclear, full, closed,
                tally).count(outcomes);
        return new Step(sent, outcomes, new Batch(mailbox, first.stream().map(Pending::change).toList()), null);
    }

    private Dispatch landed(List<Pending> again, List<Pending> rest, int newPortion) {
        List<Pending> all = new ArrayList<>(again);
        all.addAll(rest);
        return new Dispatch(mailbox, rules, List.copyOf(all), List.of(), newPortion, notBefore, deadline, unclear, full, closed, tally);
    }

    private Dispatch count(List<Outcome> outcomes) {
        return new Dispatch(mailbox, rules, open, flying, portion, notBefore, deadline, unclear, full, closed, tally.plus(outcomes));
    }

    private Dispatch close(String why) {
        return new Dispatch(mailbox, rules, open, flying, portion, notBefore, deadline, unclear, full, why, tally);
    }

    /** Gathers what the answers to one batch mean. */
    private final class Verdicts {
        private final double random;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<Pending> again = new ArrayList<>();
        private Duration wait = Duration.ZERO;
        private boolean doubt = unclear;
        private boolean grown = full;
        private String shut = closed;

        Verdicts(double random) {
            this.random = random;
        }

        Verdicts each(BatchAnswer.Answered answered) {
            told(1, answered.retryAfter());
            for (int place = 0; place < flying.size(); place++) {
                Answer answer = answered.answers().getOrDefault(place, Answer.NONE);
                judge(flying.get(place), answer, Judgement.of(flying.get(place).change().action(), answer));
            }
            return this;
        }

        Verdicts all(String reason, Duration retryAfter) {
            Answer none = new Answer(0, reason, retryAfter, null);
            flying.forEach(pending -> judge(pending, none, Judgement.unclear(pending.change().action())));
            return this;
        }

        void judge(Pending pending, Answer answer, Judgement judgement) {
            told(pending.tries(), answer.retryAfter());
            switch (judgement) {
                case APPLIED -> record(pending, Outcome.Kind.APPLIED, answer);
                case REJECTED -> record(pending, Outcome.Kind.REJECTED, answer);
                case UNKNOWN -> {
                    doubt = true;
                    record(pending, Outcome.Kind.UNKNOWN, answer);
                }
                case MAILBOX_CLOSED -> {
                    shut = "the mailbox answers " + answer.text();
                    record(pending, Outcome.Kind.DEFERRED, answer);
                }
                case MAILBOX_FULL -> {
                    grown = true;
                    record(pending, Outcome.Kind.REJECTED, answer);
                }
                case AGAIN -> again(pending.tried(), answer);
            }
        }

        private void again(Pending tried, Answer answer) {
            boolean enough = tried.tries() >= rules.tries(tried.change().action());
            record(tried, enough ? Outcome.Kind.DEFERRED : Outcome.Kind.RETRY_LATER, answer);
            if (!enough) {
                wait(tried.tries(), answer.retryAfter());
                again.add(tried);
            }
        }

        private void told(int tries, Duration retryAfter) {
            if (retryAfter != null) {
                wait(tries, retryAfter);
            }
        }

        private void wait(int tries, Duration told) {
            Duration own = Waiting.before(Math.max(1, tries), told, random);
            wait = own.compareTo(wait) > 0 ? own : wait;
        }

        private void record(Pending pending, Outcome.Kind kind, Answer answer) {
            String id = answer.contactId() == null ? pending.change().contactId() : answer.contactId();
            outcomes.add(new Outcome(pending.change(), kind, kind == Outcome.Kind.APPLIED ? "" : answer.text(), id));
        }

        Step step(Instant now) {
            List<Pending> rest = new ArrayList<>(open);
            if (grown) {
                refuseGrowth(again);
                refuseGrowth(rest);
            }
            Dispatch landed = landed(again, rest, Math.min(Batch.MAX, portion * 2));
            Instant until = wait.isZero() ? notBefore : now.plus(wait);
            return new Dispatch(mailbox, rules, landed.open, List.of(), landed.portion, until, deadline, doubt, grown, shut, tally).next(outcomes, now);
        }

        private void refuseGrowth(List<Pending> list) {
            list.removeIf(pending -> {
                boolean grows = pending.change().action() != Action.DELETE;
                if (grows) {
                    outcomes.add(new Outcome(pending.change(), Outcome.Kind.LEFT, "the mailbox is full", pending.change().contactId()));
                }
                return grows;
            });
        }
    }
}

package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The dispatch of one mailbox: a state machine without a clock, so that a simulation can run the very code that ships.
 *
 * <ul>
 *   <li>One batch in flight, never two. Whatever answer says Retry-After, the whole mailbox waits, so no request falls
 *   into that window.
 *   <li>Deletions come last, in batches of their own, and only if no create before them stayed unclear.
 *   <li>A create without a clear answer is {@link Outcome.Kind#UNKNOWN} at once; all the rest may be repeated, as often
 *   as the rules say.
 *   <li>Before updates and sweeps leave, their contacts are looked at once more ({@link SecondLook}); what no longer
 *   fits is not sent.
 *   <li>A mailbox that held none of ours is listed once more after its first batch of creates ({@link FirstCreates}).
 *   <li>A batch refused as a whole for what is in it is halved, down to the one change that is to blame.
 * </ul>
 *
 * @param mailbox the mailbox's object id
 * @param rules how patiently
 * @param open what is still to be sent, in order
 * @param asked what is waited for
 * @param flying what is in flight, or being looked at; empty if nothing
 * @param portion how many changes the next batch may hold
 * @param notBefore nothing is sent before this instant
 * @param deadline nothing is sent from this instant on
 * @param unclear whether a create stayed in doubt
 * @param full whether the mailbox refuses to grow
 * @param closed why nothing more is sent; null while it is open
 * @param tally what it came to so far
 * @param first whether it is to be listed once more
 */
public record Dispatch(String mailbox, DispatchRules rules, List<Pending> open, Asked asked, List<Pending> flying,
        int portion,
        Instant notBefore, Instant deadline, boolean unclear, boolean full, String closed, Tally tally,
        FirstCreates first) {

    /** Why nothing more is sent after a stop. */
    private static final String STOPPED = "stopped";

    /** What a dispatch has asked for last. */
    public enum Asked {
        /** Nothing, or a wait. */
        NOTHING,
        /** A batch is in flight. */
        BATCH,
        /** Contacts are being looked at. */
        LOOK,
        /** The mailbox is being listed. */
        LIST
    }

    /** A change that is still to be done, and how often it has been tried. */
    public record Pending(Change change, int tries) {
        Pending tried() {
            return new Pending(change, tries + 1);
        }

        Pending as(Change fresh) {
            return new Pending(fresh, tries);
        }
    }

    /** Begins with a plan that has passed its guards. */
    public static Step begin(String mailbox, Plan plan, DispatchRules rules, Instant now) {
        return fresh(mailbox, plan, rules, now).next(List.of(), now);
    }

    /** Begins after the run was told to stop: all of the plan is left for the next run. */
    public static Step stopped(String mailbox, Plan plan, DispatchRules rules, Instant now) {
        return fresh(mailbox, plan, rules, now).close(STOPPED).next(List.of(), now);
    }

    private static Dispatch fresh(String mailbox, Plan plan, DispatchRules rules, Instant now) {
        List<Pending> open = plan.changes().stream().map(change -> new Pending(change, 0)).toList();
        return new Dispatch(mailbox, rules, open, Asked.NOTHING, List.of(), Batch.MAX, now, now.plus(rules.deadline()),
                false, false, null,
                Tally.NONE, FirstCreates.of(plan));
    }

    /**
     * Goes on after an event. A stop while something is asked for is remembered: the step that follows its answer sends
     * nothing more.
     *
     * @throws IllegalStateException if something comes back that was not asked for, or another event comes first
     */
    public Step on(Event event, Instant now) {
        if (event instanceof Event.Stop) {
            return asked == Asked.NOTHING ? close(STOPPED).next(List.of(), now)
                    : new Step(close(STOPPED), List.of(), null, null);
        }
        if (asked != awaited(event)) {
            throw new IllegalStateException(
                    event.getClass().getSimpleName() + " while " + mailbox + " waits for " + asked + " of "
                    + flying.size() + " changes");
        }
        if (event instanceof Event.Came came) {
            return came(came, now);
        }
        if (event instanceof Event.Looked looked) {
            return looked(looked, now);
        }
        return event instanceof Event.Listed listed ? listed(listed, now) : next(List.of(), now);
    }

    private static Asked awaited(Event event) {
        return event instanceof Event.Came ? Asked.BATCH : event instanceof Event.Looked ? Asked.LOOK
                : event instanceof Event.Listed ? Asked.LIST : Asked.NOTHING;
    }

    /** What still fits is sent at once; if anything has to wait, all of it waits, and is looked at again. */
    private Step looked(Event.Looked looked, Instant now) {
        Verdicts verdicts = new Verdicts(looked.random());
        List<Pending> fit = new ArrayList<>();
        List<SecondLook.Verdict> judged = SecondLook.judge(flying, rules, looked.sights());
        for (int place = 0; place < judged.size(); place++) {
            verdicts.look(flying.get(place), judged.get(place), fit);
        }
        looked.sights().forEach(sight -> verdicts.told(1, sight.answer().retryAfter()));
        return verdicts.isToWait() || fit.isEmpty() || !deadline.isAfter(now) ? verdicts.landed(fit, now)
                : send(verdicts.outcomes, fit, open);
    }

    private Step listed(Event.Listed listed, Instant now) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Pending> rest = new ArrayList<>(open);
        if (listed.strangers() > 0) {
            rest.removeIf(pending -> pending.change().action() == Action.CREATE
                    && outcomes.add(left(pending, FirstCreates.STRANGERS)));
        }
        return with(Asked.NOTHING, rest, List.of()).firstIs(first.over(listed.strangers() > 0)).next(outcomes, now);
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
            return halved(same, random, now);
        }
        Verdicts verdicts = new Verdicts(random);
        flying.forEach(pending -> verdicts.judge(pending, same,
                content ? Judgement.REJECTED : refused.status() == 403 ? Judgement.MAILBOX_CLOSED : Judgement.AGAIN));
        return verdicts.step(now);
    }

    private Step halved(Answer answer, double random, Instant now) {
        Instant until =
                answer.retryAfter() == null ? notBefore : now.plus(Waiting.before(1, answer.retryAfter(), random));
        List<Outcome> outcomes = flying.stream().map(pending -> new Outcome(pending.change(), Outcome.Kind.RETRY_LATER,
                answer.text() + " for all of them", pending.change().contactId())).toList();
        return landed(flying, open, (flying.size() + 1) / 2).until(until).next(outcomes, now);
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
        if (notBefore.isAfter(now)) {
            return new Step(count(outcomes), outcomes, null, notBefore);
        }
        if (first.isDue() && open.get(0).change().action() == Action.CREATE) {
            return new Step(with(Asked.LIST, open, List.of()).count(outcomes), outcomes, null, null);
        }
        return ask(outcomes);
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
        return Duration.between(now, notBefore).compareTo(rules.longestWait()) > 0
                ? "told to wait longer than this run waits"
                : null;
    }

    private Step giveUp(List<Outcome> outcomes, String why) {
        List<Outcome> all = new ArrayList<>(outcomes);
        open.forEach(pending -> all.add(left(pending, why)));
        return new Step(landed(List.of(), List.of(), portion).count(all), all, null, null);
    }

    /** The end of a change that is not in flight. */
    private static Outcome left(Pending pending, String why) {
        return new Outcome(pending.change(), Outcome.Kind.LEFT, why, pending.change().contactId());
    }

    /** The next portion: sent, or looked at first. */
    private Step ask(List<Outcome> outcomes) {
        int size = portionSize();
        List<Pending> portion = List.copyOf(open.subList(0, size));
        List<Pending> rest = List.copyOf(open.subList(size, open.size()));
        List<Look.Question> questions =
                portion.stream().flatMap(pending -> SecondLook.questions(pending, rules).stream()).toList();
        return questions.isEmpty() ? send(outcomes, portion, rest)
                : new Step(with(Asked.LOOK, rest, portion).count(outcomes), outcomes, null,
                        new Look(mailbox, questions), null);
    }

    /** Deletions travel alone, and all that is to be looked at fits into one batch of questions. */
    private int portionSize() {
        boolean deletes = open.get(0).change().action() == Action.DELETE;
        int questions = 0;
        int size = 0;
        while (size < Math.min(portion, open.size())
                && deletes == (open.get(size).change().action() == Action.DELETE)) {
            questions += SecondLook.weight(open.get(size), rules);
            if (questions > Batch.MAX) {
                break;
            }
            size++;
        }
        return size;
    }

    private Step send(List<Outcome> outcomes, List<Pending> portion, List<Pending> rest) {
        Batch batch = new Batch(mailbox, portion.stream().map(Pending::change).toList());
        return new Step(with(Asked.BATCH, rest, List.copyOf(portion)).count(outcomes), outcomes, batch, null);
    }

    private Dispatch landed(List<Pending> again, List<Pending> rest, int newPortion) {
        List<Pending> all = new ArrayList<>(again);
        all.addAll(rest);
        return new Dispatch(mailbox, rules, List.copyOf(all), Asked.NOTHING, List.of(), newPortion, notBefore, deadline,
                unclear, full, closed, tally,
                first);
    }

    private Dispatch with(Asked what, List<Pending> rest, List<Pending> gone) {
        return new Dispatch(mailbox, rules, List.copyOf(rest), what, gone, portion, notBefore, deadline, unclear, full,
                closed, tally, first);
    }

    private Dispatch until(Instant time) {
        return new Dispatch(mailbox, rules, open, asked, flying, portion, time, deadline, unclear, full, closed, tally,
                first);
    }

    private Dispatch count(List<Outcome> outcomes) {
        return new Dispatch(mailbox, rules, open, asked, flying, portion, notBefore, deadline, unclear, full, closed,
                tally.plus(outcomes), first);
    }

    private Dispatch close(String why) {
        return new Dispatch(mailbox, rules, open, asked, flying, portion, notBefore, deadline, unclear, full, why,
                tally, first);
    }

    private Dispatch firstIs(FirstCreates now) {
        return new Dispatch(mailbox, rules, open, asked, flying, portion, notBefore, deadline, unclear, full, closed,
                tally, now);
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
                case CHANGED -> outcomes.add(changed(pending));
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

        /** Nothing of it was sent, so that only the last word on a change is told. */
        void look(Pending pending, SecondLook.Verdict verdict, List<Pending> fit) {
            switch (verdict.judgement()) {
                case APPLIED -> fit.add(pending.as(verdict.change()));
                case CHANGED -> outcomes.add(new Outcome(pending.change(), Outcome.Kind.SPARED, verdict.reason(),
                        pending.change().contactId()));
                case AGAIN -> lookAgain(pending.tried(), verdict.answer());
                default -> {
                    shut = "the mailbox answers " + verdict.answer().text();
                    outcomes.add(left(pending, verdict.answer().text()));
                }
            }
        }

        private void lookAgain(Pending tried, Answer answer) {
            wait(tried.tries(), answer.retryAfter());
            if (tried.tries() >= rules.tries(tried.change().action())) {
                outcomes.add(left(tried, answer.text()));
            } else {
                again.add(tried);
            }
        }

        boolean isToWait() {
            return !wait.isZero() || shut != null;
        }

        Step landed(List<Pending> fit, Instant now) {
            again.addAll(fit);
            again.sort(Comparator.comparing(Pending::change));
            return step(now, portion);
        }

        private Outcome changed(Pending pending) {
            return new Outcome(pending.change(), Outcome.Kind.DEFERRED,
                    "its owner changed it after it was listed: unless released, it goes in the next run",
                    pending.change().contactId());
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
            return step(now, Math.min(Batch.MAX, portion * 2));
        }

        private Step step(Instant now, int newPortion) {
            List<Pending> rest = new ArrayList<>(open);
            if (grown) {
                refuseGrowth(again);
                refuseGrowth(rest);
            }
            Instant until = wait.isZero() ? notBefore : now.plus(wait);
            Dispatch landed = Dispatch.this.landed(again, rest, newPortion);
            return new Dispatch(mailbox, rules, landed.open, Asked.NOTHING, List.of(), landed.portion, until, deadline,
                    doubt, grown, shut, tally,
                    first.and(outcomes)).next(outcomes, now);
        }

        private void refuseGrowth(List<Pending> list) {
            list.removeIf(pending -> {
                boolean grows = pending.change().action() != Action.DELETE;
                if (grows) {
                    outcomes.add(left(pending, "the mailbox is full"));
                }
                return grows;
            });
        }
    }
}

package io.contactsync.core;

import io.contactsync.core.Dispatch.Asked;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what comes back for the changes that were in flight: what became of each, and how the mailbox goes on. */
final class Landing {

    private final DispatchRules rules;
    private final Headway before;
    private final LandingWaits waits;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Pending> again = new ArrayList<>();
    private final List<Pending> fit = new ArrayList<>();
    private final OpenCopies copies = new OpenCopies();
    private int portion;
    private boolean unclear;
    private boolean full;
    private Headway.Closed closed;

    private Landing(DispatchRules rules, Headway before, double random, Instant now) {
        this.rules = rules;
        this.before = before;
        this.waits = new LandingWaits(rules, random, now);
        this.portion = before.portion();
        this.unclear = before.unclear();
        this.full = before.full();
        this.closed = before.closed();
    }

    /** Of a batch. */
    static Landing of(Event.Came came, DispatchRules rules, Headway before, Instant now) {
        Landing landing = new Landing(rules, before, came.random(), now);
        landing.portion = Math.min(Batch.MAX, before.portion() * 2);
        if (came.answer() instanceof BatchAnswer.Answered answered) {
            landing.answered(answered);
        } else if (came.answer() instanceof BatchAnswer.Refused refused) {
            landing.refused(refused);
        } else {
            landing.unclear((BatchAnswer.Unclear) came.answer());
        }
        landing.waits.ifMostDo(landing.again, before.flying().size());
        return landing;
    }

    /** Of a second look: nothing was sent, so that only the last word on a change is told. */
    static Landing of(Event.Looked looked, DispatchRules rules, Headway before, Instant now) {
        Landing landing = new Landing(rules, before, looked.random(), now);
        List<SecondLook.Verdict> verdicts = SecondLook.judge(before.flying(), rules, looked.sights());
        for (int place = 0; place < verdicts.size(); place++) {
            landing.seen(before.flying().get(place), verdicts.get(place));
        }
        looked.sights().forEach(sight -> landing.waits.seen(sight.answer()));
        boolean sweeps = before.flying().get(0).change().isSweep(); // which may have their twin in common
        landing.waits.ifMostDo(landing.again, sweeps ? 1 : before.flying().size());
        return landing;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** What has passed the second look: it leaves now, and is no part of what is left. */
    List<Pending> takeFit() {
        List<Pending> taken = List.copyOf(fit);
        fit.clear();
        return taken;
    }

    /** Whether what has passed the second look may leave at once. */
    boolean isClear() {
        return waits.isNone() && closed == null && copies.isEmpty() && !fit.isEmpty();
    }

    private void answered(BatchAnswer.Answered answered) {
        waits.told(answered.retryAfter());
        for (int place = 0; place < before.flying().size(); place++) {
            Pending pending = before.flying().get(place);
            Answer answer = answered.answers().getOrDefault(place, Answer.NONE);
            judge(pending, answer, Judgement.of(pending.change().action(), answer));
        }
    }

    private void unclear(BatchAnswer.Unclear answer) {
        waits.told(answer.retryAfter());
        Answer none = new Answer(0, answer.reason(), answer.retryAfter(), null);
        before.flying().forEach(pending -> judge(pending, none, Judgement.unclear(pending.change().action())));
    }

    private void refused(BatchAnswer.Refused refused) {
        waits.told(refused.retryAfter());
        Answer same = new Answer(refused.status(), refused.code(), refused.retryAfter(), null);
        boolean content = refused.status() == 400 || refused.status() == 413;
        if (content && before.flying().size() > 1) {
            halve(same);
            return;
        }
        Judgement judgement = content ? Judgement.REJECTED
                : refused.status() == 403 ? Judgement.MAILBOX_CLOSED : Judgement.AGAIN;
        before.flying().forEach(pending -> judge(pending, same, judgement));
    }

    /** Nobody knows yet whom it is about, so that it counts as nobody's try. */
    private void halve(Answer answer) {
        portion = (before.flying().size() + 1) / 2;
        before.flying().forEach(pending -> outcomes.add(
                pending.ends(Outcome.Kind.RETRY_LATER, answer.text() + " for all of them")));
        again.addAll(before.flying());
    }

    private void judge(Pending pending, Answer answer, Judgement judgement) {
        waits.toldOne(answer.retryAfter());
        switch (judgement) {
            case APPLIED -> record(pending, Outcome.Kind.APPLIED, answer);
            case REJECTED -> record(pending, Outcome.Kind.REJECTED, answer);
            case CHANGED -> outcomes.add(pending.ends(Outcome.Kind.DEFERRED,
                    "its owner changed it after it was listed: unless released, it goes in the next run"));
            case UNKNOWN -> {
                unclear |= !answer.code().equals(SetAside.CORRUPT);
                record(pending, Outcome.Kind.UNKNOWN, answer);
            }
            case MAILBOX_CLOSED -> {
                closed = Headway.Closed.by(answer);
                record(pending, Outcome.Kind.DEFERRED, answer);
            }
            case MAILBOX_FULL -> {
                full = true;
                record(pending, Outcome.Kind.REJECTED, answer);
            }
            case AGAIN -> again(after(pending, answer), answer);
        }
    }

    private void seen(Pending pending, SecondLook.Verdict verdict) {
        copies.seen(pending.change(), verdict);
        switch (verdict.judgement()) {
            case APPLIED -> fit.add(pending.as(verdict.change()));
            case CHANGED -> outcomes.add(pending.ends(Outcome.Kind.SPARED, verdict.reason()));
            case REJECTED -> {
                outcomes.add(pending.ends(Outcome.Kind.SPARED, verdict.reason()));
                again.addAll(copies.unmarked(verdict.change()));
            }
            case AGAIN -> seeAgain(after(pending, verdict.answer()), verdict.answer());
            default -> {
                closed = Headway.Closed.by(verdict.answer());
                outcomes.add(pending.left(verdict.answer().text()));
            }
        }
    }

    /** 429 proves that nothing was done: what bounds it is the mailbox's time. */
    private static Pending after(Pending pending, Answer answer) {
        return answer.status() == 429 ? pending.refused() : pending.tried();
    }

    private boolean isEnough(Pending next) {
        return next.tries() >= rules.tries(next.change().action());
    }

    private void again(Pending next, Answer answer) {
        record(next, isEnough(next) ? Outcome.Kind.DEFERRED : Outcome.Kind.RETRY_LATER, answer);
        if (!isEnough(next)) {
            again.add(waits.later(next, answer));
        }
    }

    private void seeAgain(Pending next, Answer answer) {
        if (isEnough(next)) {
            outcomes.add(next.left(answer.text()));
        } else {
            again.add(waits.later(next, answer));
        }
    }

    private void record(Pending pending, Outcome.Kind kind, Answer answer) {
        String id = answer.contactId() == null ? pending.change().contactId() : answer.contactId();
        boolean applied = kind == Outcome.Kind.APPLIED;
        outcomes.add(new Outcome(pending.change(), kind, applied ? "" : answer.text(), id,
                applied ? answer.changeKey() : null));
    }

    /** How far the mailbox has come by it; {@link #outcomes} are complete afterwards. */
    Headway headway() {
        List<Pending> open = new ArrayList<>(again);
        open.addAll(fit);
        open.addAll(before.open());
        if (open.size() > before.open().size()) {
            open.sort(Comparator.comparing(Pending::change));
        }
        open.removeIf(pending -> full && pending.change().action() != Action.DELETE
                && outcomes.add(pending.left("the mailbox is full")));
        copies.leave(open, outcomes);
        return new Headway(open, Asked.NOTHING, List.of(), portion, waits.over(before.notBefore()),
                unclear, full, closed, before.first().and(outcomes), before.emptying().and(outcomes));
    }
}

package io.contactsync.core;

import io.contactsync.core.Dispatch.Asked;
import io.contactsync.core.Dispatch.Pending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what comes back for the changes that were in flight: what became of each, and how the mailbox goes on. */
final class Landing {

    private final DispatchRules rules;
    private final Headway before;
    private final double random;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Pending> again = new ArrayList<>();
    private final List<Pending> fit = new ArrayList<>();
    private final OpenCopies copies = new OpenCopies();
    private int portion;
    private Duration wait = Duration.ZERO;
    private boolean unclear;
    private boolean full;
    private Headway.Closed closed;

    private Landing(DispatchRules rules, Headway before, double random) {
        this.rules = rules;
        this.before = before;
        this.random = random;
        this.portion = before.portion();
        this.unclear = before.unclear();
        this.full = before.full();
        this.closed = before.closed();
    }

    /** Of a batch. */
    static Landing of(Event.Came came, DispatchRules rules, Headway before) {
        Landing landing = new Landing(rules, before, came.random());
        landing.portion = Math.min(Batch.MAX, before.portion() * 2);
        if (came.answer() instanceof BatchAnswer.Answered answered) {
            landing.answered(answered);
        } else if (came.answer() instanceof BatchAnswer.Refused refused) {
            landing.refused(refused);
        } else {
            landing.unclear((BatchAnswer.Unclear) came.answer());
        }
        return landing;
    }

    /** Of a second look: nothing was sent, so that only the last word on a change is told. */
    static Landing of(Event.Looked looked, DispatchRules rules, Headway before) {
        Landing landing = new Landing(rules, before, looked.random());
        List<SecondLook.Verdict> verdicts = SecondLook.judge(before.flying(), rules, looked.sights());
        for (int place = 0; place < verdicts.size(); place++) {
            landing.seen(before.flying().get(place), verdicts.get(place));
        }
        looked.sights().forEach(sight -> landing.told(1, sight.answer().retryAfter()));
        return landing;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** What has passed the second look. */
    List<Pending> fit() {
        return fit;
    }

    /** Whether what has passed the second look may leave at once. */
    boolean isClear() {
        return wait.isZero() && closed == null && again.isEmpty() && copies.isEmpty() && !fit.isEmpty();
    }

    private void answered(BatchAnswer.Answered answered) {
        told(1, answered.retryAfter());
        for (int place = 0; place < before.flying().size(); place++) {
            Pending pending = before.flying().get(place);
            Answer answer = answered.answers().getOrDefault(place, Answer.NONE);
            judge(pending, answer, Judgement.of(pending.change().action(), answer));
        }
    }

    private void unclear(BatchAnswer.Unclear answer) {
        Answer none = new Answer(0, answer.reason(), answer.retryAfter(), null);
        before.flying().forEach(pending -> judge(pending, none, Judgement.unclear(pending.change().action())));
    }

    private void refused(BatchAnswer.Refused refused) {
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
        told(1, answer.retryAfter());
        portion = (before.flying().size() + 1) / 2;
        before.flying().forEach(pending -> outcomes.add(
                pending.ends(Outcome.Kind.RETRY_LATER, answer.text() + " for all of them")));
        again.addAll(before.flying());
    }

    private void judge(Pending pending, Answer answer, Judgement judgement) {
        told(pending.tries(), answer.retryAfter());
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
            case AGAIN -> again(pending.tried(), answer);
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
            case AGAIN -> seeAgain(pending.tried(), verdict.answer());
            default -> {
                closed = Headway.Closed.by(verdict.answer());
                outcomes.add(pending.left(verdict.answer().text()));
            }
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

    private void seeAgain(Pending tried, Answer answer) {
        wait(tried.tries(), answer.retryAfter());
        if (tried.tries() >= rules.tries(tried.change().action())) {
            outcomes.add(tried.left(answer.text()));
        } else {
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
        boolean applied = kind == Outcome.Kind.APPLIED;
        outcomes.add(new Outcome(pending.change(), kind, applied ? "" : answer.text(), id,
                applied ? answer.changeKey() : null));
    }

    /** How far the mailbox has come by it; {@link #outcomes} are complete afterwards. */
    Headway headway(Instant now) {
        List<Pending> open = new ArrayList<>(again);
        open.addAll(fit);
        open.sort(Comparator.comparing(Pending::change));
        open.addAll(before.open());
        open.removeIf(pending -> full && pending.change().action() != Action.DELETE
                && outcomes.add(pending.left("the mailbox is full")));
        copies.leave(open, outcomes);
        return new Headway(open, Asked.NOTHING, List.of(), portion, wait.isZero() ? before.notBefore() : now.plus(wait),
                unclear, full, closed, before.first().and(outcomes), before.emptying().and(outcomes));
    }
}

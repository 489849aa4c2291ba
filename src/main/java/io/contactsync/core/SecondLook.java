package io.contactsync.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What is looked at right before a batch leaves, and what that means for its changes.
 *
 * <pre>
 *  change | seen                                             | what happens
 * --------+--------------------------------------------------+----------------------------------------------
 *  update | both marks, same key                             | sent
 *  update | the key alone, to be given back, as it was read  | sent
 *  update | the same, in another version                     | spared: edited
 *  update | a mark is missing, or there is another key       | spared: released
 *  former | no key of ours, and the version that was read    | sent, bound to that version
 *  former | anything else                                    | spared: edited
 *  sweep  | both contacts ours, equal, no picture on the one | sent, bound to the version that was compared
 *  sweep  | both ours, but they differ                       | instead, the one that its owner made loses our marks
 *  sweep  | anything else                                    | spared
 *  any    | 404 of the contact                               | spared: gone or moved
 *  any    | 403, 404 of the mailbox                          | the mailbox is closed
 *  any    | anything else                                    | looked at again after a wait
 * </pre>
 *
 * <p>Former is a contact of a former tool that becomes ours or goes: it carries no mark of ours by which it could be
 * known. Of two that differ its owner made the newer one, for a copy is never older than what it was made of; of one
 * age, the surplus one.
 */
public final class SecondLook {

    static final String RELEASED = "released by its owner since it was listed";
    static final String GONE = "gone or moved since it was listed";
    static final String EDITED = "edited since it was shown";
    static final String UNTOLD = "stands twice and cannot be compared";
    static final String TWICE = "stands twice, and which of them is ours is not settled yet";

    private static final int PER_SWEEP = 3;

    /** What becomes of one change: sent as it is here, or not, and then why. */
    record Verdict(Change change, Judgement judgement, Answer answer, String reason) {

        /** It waits for the longest that any of its questions is told. */
        Verdict waiting(List<Sight> seen) {
            Duration longest = seen.stream().map(sight -> sight.answer().retryAfter()).filter(Objects::nonNull)
                    .max(Comparator.naturalOrder()).orElse(null);
            return answer == null ? this : new Verdict(change, judgement, answer.waiting(longest), reason);
        }
    }

    private SecondLook() {
    }

    /** Whether our marks were taken off a copy that its owner had edited. */
    public static boolean isEditedCopy(Outcome outcome) {
        return outcome.kind() == Outcome.Kind.APPLIED && outcome.change().reason().equals(Change.THEIRS);
    }

    /**
     * How many questions a change needs. Where updates heed the version they name, only one that was refused is looked
     * at.
     */
    static int weight(Pending pending, DispatchRules rules) {
        boolean heeded = rules.updateIfMatch() && pending.tries() == 0;
        return pending.change().isOfFormerTool() && !heeded ? 1
                : weight(pending.change().action(), pending.change().isSweep(), heeded);
    }

    /**
     * How many questions such a change needs.
     *
     * @param heeded whether Graph refuses an update of another version than the one it names
     */
    public static int weight(Action action, boolean sweep, boolean heeded) {
        return sweep ? PER_SWEEP : action == Action.UPDATE && !heeded ? 1 : 0;
    }

    /** The questions that a change needs. */
    static List<Look.Question> questions(Pending pending, DispatchRules rules) {
        Change change = pending.change();
        if (change.isSweep()) {
            return List.of(new Look.Question(change.contactId(), Look.What.WHOLE),
                    new Look.Question(change.twin(), Look.What.WHOLE),
                    new Look.Question(change.contactId(), Look.What.PICTURE));
        }
        return weight(pending, rules) == 0 ? List.of()
                : List.of(new Look.Question(change.contactId(), Look.What.MARKS));
    }

    /** Judges each change by what was seen, in their order; a question without an answer got none. */
    static List<Verdict> judge(List<Pending> changes, DispatchRules rules, List<Sight> sights) {
        List<Verdict> verdicts = new ArrayList<>();
        int place = 0;
        for (Pending pending : changes) {
            int end = place + weight(pending, rules);
            verdicts.add(judge(pending.change(), IntStream.range(place, end)
                    .mapToObj(each -> each < sights.size() ? sights.get(each) : Sight.none(Answer.NONE)).toList()));
            place = end;
        }
        return verdicts;
    }

    private static Verdict judge(Change change, List<Sight> seen) {
        if (seen.isEmpty()) {
            return new Verdict(change, Judgement.APPLIED, null, null);
        }
        for (Sight sight : seen.subList(0, Math.min(2, seen.size()))) {
            Verdict unseen = unseen(change, sight);
            if (unseen != null) {
                return unseen.waiting(seen);
            }
        }
        return change.isOfFormerTool() ? former(change, seen.get(0))
                : change.isSweep() ? sweep(change, seen) : update(change, seen.get(0));
    }

    /** What it means that a contact was not seen; null if it was. */
    private static Verdict unseen(Change change, Sight sight) {
        Answer answer = sight.answer();
        if (answer.isSuccess()) {
            return null;
        }
        Judgement judgement = Judgement.of(Action.UPDATE, answer);
        boolean gone = answer.status() == 404 && judgement == Judgement.REJECTED;
        boolean closed = judgement == Judgement.MAILBOX_CLOSED;
        return gone ? spared(change, GONE)
                : new Verdict(change, closed ? Judgement.MAILBOX_CLOSED : Judgement.AGAIN, answer, null);
    }

    private static Verdict update(Change change, Sight sight) {
        boolean givenBack = change.reason().equals(Change.GIVEN_BACK) && sight.isReleased(change.key());
        if (givenBack && !Objects.equals(change.changeKey(), sight.changeKey())) {
            return spared(change, EDITED);
        }
        return givenBack || sight.isOurs(change.key()) ? sent(change, sight) : spared(change, RELEASED);
    }

    private static Verdict former(Change change, Sight sight) {
        return sight.key() == null && change.changeKey() != null && change.changeKey().equals(sight.changeKey())
                ? sent(change, sight) : spared(change, EDITED);
    }

    private static Verdict sweep(Change change, List<Sight> seen) {
        Sight surplus = seen.get(0);
        Sight twin = seen.get(1);
        Answer picture = seen.get(2).answer();
        if (!surplus.isOurs(change.key()) || !twin.isOurs(change.key())) {
            return spared(change, RELEASED);
        }
        if (surplus.content() == null || surplus.changeKey() == null) {
            return spared(change, UNTOLD);
        }
        if (!picture.isSuccess() && picture.retryAfter() != null) {
            return new Verdict(change, Judgement.AGAIN, picture, null);
        }
        if (!surplus.content().equals(twin.content()) || picture.isSuccess()) {
            boolean twinIsCopy = surplus.created() > 0 && twin.created() > surplus.created();
            Change theirs = twinIsCopy ? change.unmarking(change.twin(), twin.changeKey())
                    : change.unmarking(change.contactId(), surplus.changeKey());
            return new Verdict(theirs, Judgement.REJECTED, null, Change.THEIRS);
        }
        return picture.status() == 404 ? sent(change, surplus) : new Verdict(change, Judgement.AGAIN, picture, null);
    }

    private static Verdict sent(Change change, Sight sight) {
        return new Verdict(change.of(sight.changeKey()), Judgement.APPLIED, null, null);
    }

    private static Verdict spared(Change change, String reason) {
        return new Verdict(change, Judgement.CHANGED, null, reason);
    }
}

package io.contactsync.run;

import io.contactsync.core.Answer;
import io.contactsync.core.Action;
import io.contactsync.core.Batch;
import io.contactsync.core.Judgement;
import io.contactsync.core.PresentContact;
import io.contactsync.core.Waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Contacts of a mailbox that have to be read before it is planned, a batch after the other.
 *
 * @param open ids of those that are still to be read
 * @param seen those that were read, by id
 * @param tries how often none of them came
 * @param until nothing is asked before
 */
record Asking(List<String> open, Map<String, PresentContact> seen, int tries, Instant until) {

    /** Nothing is to be read. */
    static final Asking NOTHING = new Asking(List.of(), Map.of(), 0, Instant.MIN);

    private static final int MOST_TRIES = 5;

    Asking {
        open = List.copyOf(open);
        seen = Map.copyOf(seen);
    }

    static Asking of(Collection<String> contacts) {
        return contacts.isEmpty() ? NOTHING : new Asking(List.copyOf(contacts), Map.of(), 0, Instant.MIN);
    }

    /** Whether anything is to be read, or waited for. */
    boolean isOpen(Instant now) {
        return !open.isEmpty() || until.isAfter(now);
    }

    /** Whether it may be asked now. */
    boolean isDue(Instant now) {
        return !open.isEmpty() && !until.isAfter(now);
    }

    /** What is asked next. */
    List<String> portion() {
        return open.subList(0, Math.min(Batch.MAX, open.size()));
    }

    /**
     * The portion was answered. What may come later is asked again, a few times; what is not there, or does not come,
     * stays unread.
     *
     * @param answers by place in the portion
     * @param found by id
     * @param told the longest wait that was told; null if none was
     * @param random 0 (inclusive) to 1 (exclusive)
     */
    Asking answered(List<Answer> answers, Map<String, PresentContact> found, Duration told, Instant now,
            double random) {
        List<String> rest = new ArrayList<>();
        for (int place = 0; place < answers.size(); place++) {
            String id = portion().get(place);
            if (!found.containsKey(id) && Judgement.of(Action.UPDATE, answers.get(place)) == Judgement.AGAIN) {
                rest.add(id);
            }
        }
        boolean vain = found.isEmpty() && !rest.isEmpty();
        int vainly = vain ? tries + 1 : 0;
        List<String> next = new ArrayList<>(open.subList(answers.size(), open.size()));
        next.addAll(rest);
        Map<String, PresentContact> all = new HashMap<>(seen);
        all.putAll(found);
        Instant wait = rest.isEmpty() && told == null ? until
                : now.plus(Waiting.before(Math.max(1, vainly), told, random));
        return new Asking(vainly < MOST_TRIES ? next : List.of(), all, vainly, wait);
    }
}

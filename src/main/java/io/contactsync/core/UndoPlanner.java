package io.contactsync.core;

import io.contactsync.core.Spared.Why;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What a run did to a mailbox and what it holds now in, a plan out that takes it back. The first plan is made of the
 * mailbox's list; it {@linkplain #settle holds} only after every contact that it would change was read.
 *
 * <pre>
 *  the run did | in the mailbox now                            | what happens
 * -------------+-----------------------------------------------+------------------------------------------------
 *  create      | ours, all as it was written, nothing added    | delete
 *  create      | not there                                     | nothing: it is as it was
 *  update      | ours, all managed fields as they were written | update to what it held before
 *  update      | ours, all managed fields as they were before  | nothing: it is as it was
 *  update      | not there                                     | left: its owner took it away
 *  delete      | not there                                     | create with what it held, unless one was just sent
 *  delete      | ours, with the content of before              | nothing: it is as it was
 *  delete      | ours, with another content                    | left: somebody made it anew
 *  any         | ours, with anything else in it                | left: changed since
 *  any         | a mark is missing, or another installation's  | left: released
 *  any         | more than once                                | left
 *  any         | what it held, or was written, is not kept     | left
 *  any         | not read                                      | left
 * </pre>
 *
 * <p>Nothing that the run did not touch is looked at, and nothing is changed without a look at the present.
 */
public final class UndoPlanner {

    /** Why an undo creates, updates or deletes. */
    public static final String UNDONE = "undone";

    private final Map<ContactKey, List<CurrentContact>> there = new HashMap<>();
    private final Policy policy;
    private final Predicate<ContactKey> recent;
    private final BiFunction<ContactKey, String, ContactImage> images;
    private final List<Change> changes = new ArrayList<>();
    private final List<Spared> spared = new ArrayList<>();
    private int managed;

    private UndoPlanner(Policy policy, Predicate<ContactKey> recent,
            BiFunction<ContactKey, String, ContactImage> images) {
        this.policy = policy;
        this.recent = recent;
        this.images = images;
    }

    /**
     * The first plan of one mailbox, as if nobody had changed anything since.
     *
     * @param past what the run did to it, at most once a key
     * @param current what it holds in all its contact folders; read to its end
     * @param recent whether a create of that key was sent too recently to trust the mailbox's list
     * @param images content by key, as it is or as shown, and hash; null if it is not kept
     */
    public static UndoPlan plan(Collection<PastChange> past, Iterator<CurrentContact> current, Policy policy,
            Predicate<ContactKey> recent, BiFunction<ContactKey, String, ContactImage> images) {
        UndoPlanner planner = new UndoPlanner(policy, recent, images);
        past.forEach(change -> planner.there.put(change.key(), new ArrayList<>(1)));
        current.forEachRemaining(planner::look);
        past.forEach(planner::reverse);
        return planner.end();
    }

    private void look(CurrentContact contact) {
        managed += policy.of(contact) == Ownership.OURS ? 1 : 0;
        List<CurrentContact> same = contact.key() == null ? null : there.get(contact.key().key().shown());
        if (same != null && same.stream().noneMatch(other -> other.id().equals(contact.id()))) {
            same.add(contact);
        }
    }

    private UndoPlan end() {
        changes.sort(Comparator.naturalOrder());
        Plan plan = new Plan(changes, managed, managed - (int) changes.stream()
                .filter(change -> change.action() != Action.CREATE).count(), Kept.NOTHING, Set.of());
        return new UndoPlan(plan, spared);
    }

    private void leave(ContactKey key, Why why) {
        spared.add(new Spared(key, why));
    }

    private void reverse(PastChange past) {
        List<CurrentContact> same = there.get(past.key());
        if (same.size() > 1) {
            leave(past.key(), Why.DOUBLE);
        } else if (same.isEmpty()) {
            absent(past);
        } else if (policy.of(same.get(0)) != Ownership.OURS) {
            leave(past.key(), Why.RELEASED);
        } else {
            present(past, same.get(0));
        }
    }

    private void absent(PastChange past) {
        ContactImage before = images.apply(past.key(), past.before());
        if (past.action() == Action.UPDATE) {
            leave(past.key(), Why.GONE);
        } else if (past.action() == Action.DELETE && before == null) {
            leave(past.key(), Why.UNKNOWN);
        } else if (past.action() == Action.DELETE && recent.test(before.key())) {
            leave(past.key(), Why.UNSETTLED);
        } else if (past.action() == Action.DELETE) {
            changes.add(Change.create(before.key(), UNDONE, past.before()));
        }
    }

    /** Its key is taken from the mailbox, for the journal may show another text. */
    private void present(PastChange past, CurrentContact contact) {
        ContactKey key = contact.key().key();
        switch (past.action()) {
            case CREATE -> changes.add(Change.delete(key, contact.id(), UNDONE, contact.changeKey(), past.after()));
            case UPDATE -> changes.add(Change.update(key, contact.id(), UNDONE, contact.changeKey(), past.after(),
                    past.before()));
            case DELETE -> {
                if (!past.before().equals(contact.hash())) {
                    leave(past.key(), Why.BACK);
                }
            }
        }
    }

    /** Contacts that have to be read before that plan holds, by their ids. */
    public static List<String> asks(Plan plan) {
        return plan.changes().stream().map(Change::contactId).filter(id -> id != null).toList();
    }

    /**
     * The plan that holds: without what is not as the run left it.
     *
     * @param first the first plan
     * @param seen the contacts that it asks for, by id, as they were read just now; who is missing was not
     */
    public static UndoPlan settle(Plan first, Map<String, PresentContact> seen, Policy policy,
            BiFunction<ContactKey, String, ContactImage> images) {
        UndoPlanner planner = new UndoPlanner(policy, key -> false, images);
        planner.managed = first.managed();
        first.changes().forEach(change -> planner.settle(change, seen));
        return planner.end();
    }

    private void settle(Change change, Map<String, PresentContact> seen) {
        if (change.action() == Action.CREATE) {
            changes.add(change);
            return;
        }
        PresentContact present = seen.get(change.contactId());
        ContactImage written = images.apply(change.key(), change.before());
        ContactImage before = images.apply(change.key(), change.after());
        if (present == null) {
            leave(change.key(), Why.UNREAD);
        } else if (!isOurs(change, present.marks())) {
            leave(change.key(), Why.RELEASED);
        } else if (written == null || change.action() == Action.UPDATE && before == null) {
            leave(change.key(), Why.UNKNOWN);
        } else {
            compare(change.of(present.marks().changeKey()), present, written, before);
        }
    }

    private boolean isOurs(Change change, CurrentContact marks) {
        return policy.of(marks) == Ownership.OURS && marks.key().key().equals(change.key());
    }

    private void compare(Change change, PresentContact present, ContactImage written, ContactImage before) {
        List<String> differing = new ArrayList<>(written.differing(present.fields()));
        if (change.action() == Action.DELETE) {
            written.besides(present.fields()).stream().filter(property -> !ContactField.of(property).isFilledByGraph())
                    .forEach(differing::add);
        }
        if (differing.isEmpty()) {
            changes.add(change);
        } else if (before == null || !before.differing(present.fields()).isEmpty()) {
            spared.add(new Spared(change.key().shown(), why(change, present), differing));
        }
    }

    /** Whether the content that it carries the hash of is what stands in it: then a run of ours wrote it. */
    private Why why(Change change, PresentContact present) {
        String hash = present.marks().hash();
        ContactImage carried = hash == null || hash.equals(change.before()) ? null : images.apply(change.key(), hash);
        return carried != null && carried.differing(present.fields()).isEmpty() ? Why.WRITTEN : Why.CHANGED;
    }
}

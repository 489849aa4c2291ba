package io.contactsync.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.contactsync.core.Kept.Reason;

/**
 * Plans a mailbox that contacts of ours are taken out of. No source is asked: what is ours and in the scope goes,
 * whatever it holds.
 *
 * <pre>
 *  current in the mailbox                  | in the scope | what happens
 * -----------------------------------------+--------------+---------------------------------------------
 *  ours: both marks, of this instance      | yes          | delete; of several with one key see Doubles
 *  ours: both marks, of this instance      | no           | nothing: unchanged
 *  our key without the category            | any          | nothing: released, it is its owner's
 *  the category without our key            | -            | nothing: unproven, somebody's own
 *  a key of another instance               | any          | nothing
 *  neither mark                            | -            | nothing: its content is never asked for
 *  -, but a create was sent a moment ago   | yes          | nothing: unsettled, a later removal finds it
 * </pre>
 */
public final class Removal {

    /** Why a contact goes that somebody wants out. */
    public static final String REMOVED = "removed";
    /** Why a contact goes whose mailbox is no target any more. */
    public static final String LEFT = "its mailbox has left the targets";

    private final Policy policy;
    private final Predicate<ContactKey> scope;
    private final String reason;
    private final Predicate<ContactKey> recent;
    private final Set<String> seen = new HashSet<>();
    private final Set<ContactKey> listed = new HashSet<>();
    private final Set<ContactKey> apart = new HashSet<>();
    private final List<CurrentContact> gone = new ArrayList<>();
    private final Map<Reason, Integer> kept = new EnumMap<>(Reason.class);
    private int managed;
    private int unchanged;

    private Removal(Policy policy, Predicate<ContactKey> scope, String reason, Predicate<ContactKey> recent) {
        this.policy = policy;
        this.scope = scope;
        this.reason = reason;
        this.recent = recent;
    }

    /**
     * The plan of one mailbox.
     *
     * @param current what it holds in all its contact folders, foreign contacts included or not; read to its end
     * @param policy whose a contact is
     * @param scope whose contacts are to go
     * @param reason why, {@link #REMOVED} or {@link #LEFT}
     * @param recent whether a create of that key was sent too recently to trust the mailbox's list
     * @param sent how many such creates were sent to the mailbox
     */
    public static Plan plan(Iterator<CurrentContact> current, Policy policy, Predicate<ContactKey> scope,
            String reason, Predicate<ContactKey> recent, int sent) {
        Removal removal = new Removal(policy, scope, reason, recent);
        current.forEachRemaining(removal::look);
        return removal.finish(sent);
    }

    /** Whether a change takes out what is ours because somebody wants it out, or the mailbox is no target any more. */
    static boolean isOf(Change change) {
        return change.action() == Action.DELETE && (change.reason().equals(REMOVED) || change.reason().equals(LEFT));
    }

    /** A list that shifts while it is read page by page may show a contact twice. */
    private void look(CurrentContact contact) {
        if (contact.key() != null && !seen.add(contact.id())) {
            return;
        }
        switch (policy.of(contact)) {
            case OURS -> ours(contact);
            case RELEASED -> apart(contact, Reason.RELEASED);
            case OTHER_INSTANCE -> apart(contact, Reason.OTHER_INSTANCE);
            case UNPROVEN -> keep(Reason.UNPROVEN);
            case FOREIGN -> { }
        }
    }

    private void ours(CurrentContact contact) {
        ContactKey key = contact.key().key();
        managed++;
        if (recent.test(key)) {
            listed.add(key);
        }
        if (scope.test(key)) {
            gone.add(contact);
        } else {
            unchanged++;
        }
    }

    private void apart(CurrentContact contact, Reason why) {
        keep(why);
        apart.add(contact.key().key());
    }

    private void keep(Reason why) {
        kept.merge(why, 1, Integer::sum);
    }

    private Plan finish(int sent) {
        List<Change> changes = Doubles.deletes(gone, contact -> Change.delete(contact.key().key(), contact.id(), reason,
                contact.changeKey(), contact.hash()));
        changes.stream().map(Change::key).forEach(apart::remove);
        changes.sort(Comparator.naturalOrder());
        kept.put(Reason.CONFIRMED, listed.size());
        kept.put(Reason.UNSETTLED, Math.max(0, sent - listed.size()));
        return new Plan(changes, managed, unchanged, new Kept(kept, Set.of()), apart);
    }
}

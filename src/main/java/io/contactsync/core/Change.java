package io.contactsync.core;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One thing to do in one mailbox.
 *
 * @param action what
 * @param key to whose contact
 * @param contactId Graph's id of the contact; null for a create
 * @param reason why, in a few words for the journal
 * @param changeKey Graph's version of the contact that was read; null for a create, or if it is not known
 * @param twin of a contact that stands twice, the id of the one that stays: this one goes only if both are equal;
 * otherwise null
 * @param before the content hash that it carries; empty for a create, or if it carries none
 * @param after the content hash that it will carry, by which its content is found; empty for a delete
 * @param writes what an update writes
 */
public record Change(Action action, ContactKey key, String contactId, String reason, String changeKey, String twin,
        String before, String after, Writes writes)
        implements Comparable<Change> {

    private static final Comparator<Change> ORDER = Comparator.comparing((Change change) -> !change.isSweep())
            .thenComparing(Change::action).thenComparing(Change::key)
            .thenComparing(Change::contactId, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Why a double goes. */
    public static final String SWEEP = "double, nothing is lost";
    /** Why a contact is created that was there: nobody but its owner can have deleted it. */
    public static final String AGAIN = "deleted by its owner, made again";
    /** Why a contact is written again: somebody else changed what we manage of it. */
    public static final String DRIFTED = "drifted";
    /** Why a contact is written that its owner had taken out of our hands: somebody asked for it. */
    public static final String GIVEN_BACK = "given back";
    /** What a create is called of a contact of which it is not known that it ever was there. */
    public static final String NEW = "new";
    /** Why our marks go from a copy. */
    public static final String THEIRS = "copy that its owner edited";
    /** Why a contact of another instance is updated. */
    public static final String ADOPTED = "adopted";

    /** A change of a contact whose version is not known. */
    public Change(Action action, ContactKey key, String contactId, String reason) {
        this(action, key, contactId, reason, null, null, "", "", Writes.ALL);
    }

    /** The creation of a contact with that content. */
    public static Change create(ContactKey key, String reason, String after) {
        return new Change(Action.CREATE, key, null, reason, null, null, "", after, Writes.ALL);
    }

    /** The update of a contact of that version to that content. */
    public static Change update(ContactKey key, String contactId, String reason, String changeKey, String before,
            String after) {
        return new Change(Action.UPDATE, key, contactId, reason, changeKey, null, before, after, Writes.ALL);
    }

    /** The deletion of a contact of that version. */
    public static Change delete(ContactKey key, String contactId, String reason, String changeKey, String before) {
        return new Change(Action.DELETE, key, contactId, reason, changeKey, null, before, "", Writes.ALL);
    }

    /** The deletion of a double, by which nothing is lost. */
    static Change sweep(ContactKey key, String contactId, String changeKey, String twin, String before) {
        return new Change(Action.DELETE, key, contactId, SWEEP, changeKey, twin, before, "", Writes.ALL);
    }

    /**
     * A contact of a former tool that becomes ours; what it held is known by its content.
     *
     * @param categories all that it carries afterwards
     */
    static Change adopt(Candidate contact, ContactKey key, MatchedBy by, String after, List<String> categories) {
        return new Change(Action.UPDATE, key, contact.id(), by.reason(), contact.changeKey(), null, contact.content(),
                after, new Writes(Set.of(), categories, false));
    }

    public Change {
        before = before == null ? "" : before;
        after = after == null ? "" : after;
        if ((action == Action.CREATE) != (contactId == null)) {
            throw new IllegalArgumentException(action.word() + " of " + key.text()
                    + (contactId == null ? " needs a contact's id" : " must not name a contact"));
        }
    }

    /** Whether it takes away a double, and no contact of a source. */
    public boolean isSweep() {
        return twin != null;
    }

    /** Whether it is of a contact without our marks, which is changed as somebody has seen it, or not at all. */
    public boolean isOfFormerTool() {
        return isOfFormerTool(reason);
    }

    private static boolean isOfFormerTool(String reason) {
        return MatchedBy.isReason(reason) || FormerRest.isReason(reason);
    }

    /** What that reason says of a change that any plan with it must say too; empty if others may say otherwise. */
    public static String kind(String reason) {
        return reason.equals(SWEEP) || reason.equals(ADOPTED) || isOfFormerTool(reason) ? reason : "";
    }

    /** The same change of the version that is there now. */
    Change of(String freshChangeKey) {
        return new Change(action, key, contactId, reason, freshChangeKey == null ? changeKey : freshChangeKey, twin,
                before, after, writes);
    }

    /** The same change, which leaves those properties as they are. */
    Change leaving(Set<String> properties) {
        return new Change(action, key, contactId, reason, changeKey, twin, before, after,
                new Writes(properties, writes.categories(), writes.unmarks()));
    }

    /** The same change of what was read: of a contact that holds anything else it is another one. */
    Change from(String content) {
        return new Change(action, key, contactId, reason, changeKey, twin, content, after, writes);
    }

    /** The same change, after which the contact carries those categories. */
    Change categorised(List<String> categories) {
        return new Change(action, key, contactId, reason, changeKey, twin, before, after,
                new Writes(writes.left(), categories, writes.unmarks()));
    }

    /** Instead of the deletion of a double: that one of the two loses our marks and stays its owner's. */
    Change unmarking(String edited, String freshChangeKey) {
        return new Change(Action.UPDATE, key, edited, THEIRS, freshChangeKey, null, before, before, Writes.UNMARK);
    }

    /** Whether it settles which of several contacts of a key is ours: nothing else of that key goes before. */
    boolean isOfCopy() {
        return isSweep() || writes.unmarks();
    }

    /** Doubles, then creates, then updates, then deletes, each by key: a plan always reads the same. */
    @Override
    public int compareTo(Change other) {
        return ORDER.compare(this, other);
    }
}

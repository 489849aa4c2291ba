package io.contactsync.core;

import java.util.Set;

/**
 * A contact that a mailbox holds, as far as we read it: never its content.
 *
 * @param id Graph's id of the contact in that mailbox
 * @param changeKey Graph's version of it
 * @param category whether it carries our visible category
 * @param key the hidden key of contact-sync, of whatever instance; null if it carries none
 * @param hash the content hash that we wrote with it; null if it carries none
 * @param inDefault whether it lies in the default folder, and not in one that its owner made
 * @param created when it came to be, in seconds since 1970; 0 if that is not known
 */
public record CurrentContact(String id, String changeKey, boolean category, HiddenKey key, String hash,
        boolean inDefault, long created) {

    /** A contact of the default folder that has been there for ever. */
    public CurrentContact(String id, String changeKey, boolean category, HiddenKey key, String hash) {
        this(id, changeKey, category, key, hash, true, 0);
    }

    public CurrentContact {
        if (id == null || id.isEmpty()) {
            throw new IllegalArgumentException("a contact without an id cannot be addressed");
        }
    }

    /** Whose it is: the rule that everything else asks. */
    public Ownership ownership(String instance) {
        return ownership(instance, Set.of());
    }

    /** Whose it is if the contacts of those other instances count as ours. */
    Ownership ownership(String instance, Set<String> adopted) {
        if (key == null) {
            return category ? Ownership.UNPROVEN : Ownership.FOREIGN;
        }
        if (!key.instance().equals(instance) && !adopted.contains(key.instance())) {
            return Ownership.OTHER_INSTANCE;
        }
        return category ? Ownership.OURS : Ownership.RELEASED;
    }
}

package io.contactsync.core;

/**
 * A contact that a mailbox holds, as far as we read it: never its content.
 *
 * @param id Graph's id of the contact in that mailbox
 * @param changeKey Graph's version of it
 * @param category whether it carries our visible category
 * @param key the hidden key of contact-sync, of whatever instance; null if it carries none
 * @param hash the content hash that we wrote with it; null if it carries none
 */
public record CurrentContact(String id, String changeKey, boolean category, HiddenKey key, String hash) {

    public CurrentContact {
        if (id == null || id.isEmpty()) {
            throw new IllegalArgumentException("a contact without an id cannot be addressed");
        }
    }

    /** Whose it is: the rule that everything else asks. */
    public Ownership ownership(String instance) {
        if (key == null) {
            return category ? Ownership.UNPROVEN : Ownership.FOREIGN;
        }
        if (!key.instance().equals(instance)) {
            return Ownership.OTHER_INSTANCE;
        }
        return category ? Ownership.OURS : Ownership.RELEASED;
    }
}

package io.contactsync.core;

/**
 * The hidden key that proves that a contact is ours: a named single-value extended property, written inside the create
 * itself. Its value is {@code v1|instance|source|id}.
 *
 * @param instance the installation of contact-sync that wrote it
 * @param key the contact's key
 */
public record HiddenKey(String instance, ContactKey key) {

    private static final String VERSION = "v1";

    public HiddenKey {
        if (instance == null || instance.isBlank() || instance.indexOf('|') >= 0) {
            throw new IllegalArgumentException("sync.instance must be a name without '|' - was '" + instance + "'");
        }
    }

    /** The property's value. */
    public String text() {
        return beginning(instance) + key.text();
    }

    /** How the values of all that an installation has written begin. */
    public static String beginning(String instance) {
        return VERSION + "|" + instance + "|";
    }

    /** Reads a property's value; null if it is not one of ours, whoever wrote it. */
    public static HiddenKey parse(String value) {
        String[] parts = value == null ? new String[0] : value.split("\\|", 3);
        if (parts.length != 3 || !VERSION.equals(parts[0])) {
            return null;
        }
        try {
            return new HiddenKey(parts[1], ContactKey.parse(parts[2]));
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}

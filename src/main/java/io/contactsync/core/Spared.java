package io.contactsync.core;

import java.util.List;

/**
 * A contact that an undo leaves as it is, although the run that is undone changed it.
 *
 * @param key whose, as it is {@linkplain ContactKey#shown() shown}
 * @param why the reason
 * @param fields properties in which something else stands than that run wrote; empty unless that is the reason
 */
public record Spared(ContactKey key, Why why, List<String> fields) {

    /** Why a contact is left as it is. */
    public enum Why {
        /** Something else stands in it than the run wrote. */
        CHANGED("changed since by its owner"),
        /** A later run of ours has written something else. */
        WRITTEN("written again by a run after it"),
        /** It is not there any more. */
        GONE("deleted or moved away since"),
        /** It is there again, and not as it was. */
        BACK("there again, and not as it was"),
        /** A mark is missing, or it is another installation's. */
        RELEASED("released by its owner, or another installation's"),
        /** It stands there more than once. */
        DOUBLE("there more than once"),
        /** A create of it was sent too recently. */
        UNSETTLED("created a moment ago perhaps: not created again until that has settled"),
        /** What it held before, or what the run wrote, is not known any more. */
        UNKNOWN("what it held is not kept any more"),
        /** It could not be read. */
        UNREAD("could not be read now");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        /** In a few words. */
        public String text() {
            return text;
        }
    }

    public Spared {
        fields = List.copyOf(fields);
    }

    Spared(ContactKey key, Why why) {
        this(key.shownOnce(), why, List.of());
    }
}

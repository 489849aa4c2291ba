package io.contactsync.core;

/** By what a contact of a former tool is known to be somebody's. */
public enum MatchedBy {
    /** An e-mail address that nobody else has. */
    MAIL("e-mail"),
    /** A telephone number that nobody else has, and the name does not speak against it. */
    NUMBER("number"),
    /** The name alone: nobody else has it, and nothing speaks against it. */
    NAME("name");

    /** How such a reason begins. */
    public static final String ADOPTED = Change.ADOPTED + " by ";

    private final String word;

    MatchedBy(String word) {
        this.word = word;
    }

    /** As people read it. */
    public String word() {
        return word;
    }

    /** Why a contact is adopted that was matched so. */
    public String reason() {
        return ADOPTED + word;
    }

    /** Whether that is the reason of a contact that was matched. */
    public static boolean isReason(String reason) {
        return reason.startsWith(ADOPTED);
    }
}

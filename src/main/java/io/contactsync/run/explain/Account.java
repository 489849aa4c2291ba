package io.contactsync.run.explain;

/** What the directory says of somebody. */
public enum Account {
    /** It was not asked, or did not answer. */
    NOT_ASKED(""),
    /** Enabled, licensed, a member. */
    ACTIVE("enabled, licensed"),
    /** They cannot sign in. */
    DISABLED("the account is disabled"),
    /** They have no licence. */
    NO_LICENCE("no licence"),
    /** They are no member of the organisation. */
    GUEST("a guest"),
    /** It knows nobody of that id. */
    NO_SUCH_USER("no such user");

    private final String words;

    Account(String words) {
        this.words = words;
    }

    /** In words. */
    public String words() {
        return words;
    }
}

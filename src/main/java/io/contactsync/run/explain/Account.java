package io.contactsync.run.explain;

import io.contactsync.source.UserState;

/** What the directory says of somebody. */
public enum Account {
    /** It was not asked, or did not answer. */
    NOT_ASKED(""),
    /** Enabled, licensed, a member. */
    ACTIVE("enabled, licensed"),
    /** They cannot sign in. */
    DISABLED(UserState.DISABLED.words()),
    /** They have no licence. */
    NO_LICENCE(UserState.NO_LICENCE.words()),
    /** They are no member of the organisation. */
    GUEST("a guest"),
    /** It knows nobody of that id. */
    NO_SUCH_USER("no such user");

    private final String words;

    Account(String words) {
        this.words = words;
    }

    /** Of a user that it knows. */
    public static Account of(UserState state) {
        return valueOf(state.name());
    }

    /** In words. */
    public String words() {
        return words;
    }
}

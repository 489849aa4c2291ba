package io.contactsync.core;

import java.util.Arrays;

/** Why a run ends before all its mailboxes are through: what is in flight comes back, the rest is left. */
public enum EarlyEnd {
    /** Somebody asked for it. */
    STOPPED("stopped", "the run was stopped before it"),
    /** {@code sync.run-minutes} are over. */
    TIME("the run's time is over", "the run's time was over before it"),
    /** Most calls have failed for too long. */
    STORM("most calls to Graph failed", "most calls to Graph failed before it");

    /** Of a mailbox that nothing is known of, for its turn did not come. */
    public static final String UNREACHED = "the run ended before it";

    private final String left;
    private final String before;

    EarlyEnd(String left, String before) {
        this.left = left;
        this.before = before;
    }

    /** Whether that cause is one of a mailbox that the run did not come to, or not to its end. */
    public static boolean isCause(String cause) {
        return cause.equals(UNREACHED) || Arrays.stream(values())
                .anyMatch(why -> cause.equals(why.before) || cause.endsWith(": " + why.left));
    }

    /** Why changes are left. */
    public String left() {
        return left;
    }

    /** Why a mailbox is left that was not begun. */
    public String before() {
        return before;
    }
}

package io.contactsync.core;

import io.contactsync.core.CandidateMatch.Kind;

/** How far the contacts of a former tool go that do not become ours. */
public enum FormerRest {
    /** None goes. */
    STAYS,
    /** Those go that are nobody's, and those that stand beside ours. */
    GOES,
    /** Those go too of which it is not clear whose they are. */
    GOES_AMBIGUOUS_TOO;

    /** The source in whose name they go: they have none of ours, and no contact of a source is meant. */
    public static final String SOURCE = "former-tool";

    private static final String REASON = "former tool's, ";

    /** Whether such a contact goes. */
    public boolean takes(Kind kind) {
        return switch (kind) {
            case CERTAIN -> false;
            case DOUBLE, UNMATCHED -> this != STAYS;
            case AMBIGUOUS -> this == GOES_AMBIGUOUS_TOO;
        };
    }

    /** Why it goes. */
    static String reason(Kind kind) {
        return REASON + switch (kind) {
            case DOUBLE -> "beside ours";
            case AMBIGUOUS -> "perhaps somebody else's";
            default -> "nobody's";
        };
    }

    static boolean isReason(String reason) {
        return reason.startsWith(REASON);
    }
}

package io.contactsync.journal;

import io.contactsync.core.MatchedBy;
import io.contactsync.core.Outcome;

import java.util.Set;
import java.util.function.UnaryOperator;

/** What a line of a journal means for those creates of a mailbox that its list need not show yet. */
enum CreateNews {
    /** The mailbox was handed to a worker. */
    HANDED,
    /** It came back. */
    RETURNED,
    /** A list has shown all that was sent before. */
    SETTLED,
    /** Our category was put into the mailbox's category list. */
    CATEGORY,
    /** A create goes out, or may have been applied. */
    SENT,
    /** A create was certainly not applied. */
    REFUSED,
    /** A contact of a former tool becomes ours. */
    ADOPTED,
    /** It does not. */
    NOT_ADOPTED;

    private static final Set<String> PERHAPS_THERE = Set.of(Outcome.Kind.APPLIED.word(), Outcome.Kind.UNKNOWN.word());

    /** Whether it is about one key. */
    boolean hasKey() {
        return compareTo(SENT) >= 0;
    }

    /**
     * That of a line; null if it means nothing for them.
     *
     * @param members gives a member of the line, null where it has none of that name
     */
    static CreateNews of(Grammar event, UnaryOperator<String> members) {
        if (event == null) {
            return null;
        }
        return switch (event) {
            case HANDED -> HANDED;
            case RETURNED -> RETURNED;
            case PLAN -> "true".equals(members.apply("settled")) ? SETTLED : null;
            case INTENT -> intent(members);
            case OUTCOME -> outcome(members);
            default -> null;
        };
    }

    private static CreateNews intent(UnaryOperator<String> members) {
        if (members.apply("key") == null) {
            return null;
        }
        String reason = members.apply("reason");
        return isCreate(members) ? SENT : reason != null && MatchedBy.isReason(reason) ? ADOPTED : null;
    }

    private static CreateNews outcome(UnaryOperator<String> members) {
        String outcome = members.apply("outcome");
        if (members.apply("key") == null) {
            boolean added = "category".equals(members.apply("change")) && Outcome.Kind.APPLIED.word().equals(outcome);
            return added ? CATEGORY : null;
        }
        if (isCreate(members)) {
            return outcome != null && PERHAPS_THERE.contains(outcome) ? SENT : REFUSED;
        }
        return Outcome.Kind.REJECTED.word().equals(outcome) ? NOT_ADOPTED : null;
    }

    private static boolean isCreate(UnaryOperator<String> members) {
        return "create".equals(members.apply("change"));
    }
}

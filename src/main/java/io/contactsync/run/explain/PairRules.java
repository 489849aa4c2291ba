package io.contactsync.run.explain;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.Ownership;

import java.util.List;

/**
 * Why one person is, or is not, on the phone of one mailbox's owner. What concerns everybody in the mailbox comes
 * first, then what concerns the person in every mailbox, then what is in the mailbox, and last what the journals tell.
 *
 * <pre>
 *  target | latest run there | source     | account  | in the mailbox        | history            | why
 * --------+------------------+------------+----------+-----------------------+--------------------+------------------
 *  no     | any              | any        | any      | any                   | any                | NOT_A_TARGET
 *  yes    | skipped          | any        | any      | not readable          | any                | SKIPPED
 *  yes    | any              | not named  | any      | ours, source held     | any                | NAME_HELD
 *  yes    | any              | not named  | any      | ours, mailbox held    | any                | MAILBOX_HELD
 *  yes    | any              | excluded   | any      | any other             | any                | EXCLUDED
 *  yes    | any              | refused    | any      | any other             | any                | REFUSED
 *  yes    | any              | not named  | disabled | any                   | any                | DISABLED, and so on
 *  yes    | any              | incomplete | active   | any                   | any                | SOURCE_INCOMPLETE
 *  yes    | any              | named, own | any      | any                   | any                | OWN_CARD
 *  yes    | any              | named      | any      | ours, several         | any                | TWICE
 *  yes    | any              | named      | any      | ours, in a folder     | any                | IN_FOLDER
 *  yes    | any              | named      | any      | ours, as desired      | any                | THERE
 *  yes    | any              | named      | any      | our key alone         | any                | RELEASED
 *  yes    | any              | named      | any      | another's key         | any                | OTHER_INSTANCE
 *  yes    | any              | named      | any      | nothing               | sent, not listed   | IN_DOUBT
 *  yes    | the run is held  | named      | any      | nothing               | any                | RUN_HELD
 *  yes    | any              | named      | any      | nothing               | rejected           | REJECTED
 *  yes    | failed           | named      | any      | nothing               | any                | MAILBOX_FAILED
 *  yes    | waits            | named      | any      | nothing               | nothing            | MAILBOX_WAITS
 *  yes    | any              | named      | any      | nothing               | created, or listed | DELETED_BY_OWNER
 *  yes    | any              | named      | any      | nothing               | nothing            | NOT_YET
 * </pre>
 */
public final class PairRules {

    private final PairFacts facts;

    private PairRules(PairFacts facts) {
        this.facts = facts;
    }

    /** The cause. */
    public static Why why(PairFacts facts) {
        return new PairRules(facts).why();
    }

    private Why why() {
        boolean looked = facts.seen() != null && facts.seen().isClear();
        if (Boolean.FALSE.equals(facts.target())) {
            return Why.NOT_A_TARGET;
        }
        if (!looked && isNothingThere()) {
            return Why.SKIPPED;
        }
        if (!facts.who().isNamed()) {
            return unnamed();
        }
        if (facts.rules().isOwnCard(facts.who(), facts.mailbox())) {
            return Why.OWN_CARD;
        }
        if (facts.seen() != null && !looked) {
            return Why.UNREADABLE;
        }
        return looked ? inMailbox() : byHistory();
    }

    private boolean isNothingThere() {
        return facts.seen() == null ? facts.box() != null && facts.box().isSkipped() : facts.seen().isNoMailbox();
    }

    /** What waits is still there, whatever the reason why it shall go. */
    private Why unnamed() {
        if (facts.isThere() && facts.reading().state().equals("held")) {
            return Why.NAME_HELD;
        }
        if (facts.isThere() && facts.box() != null && !facts.box().hold().isEmpty()) {
            return Why.MAILBOX_HELD;
        }
        return switch (facts.who().standing()) {
            case EXCLUDED -> Why.EXCLUDED;
            case REFUSED -> Why.REFUSED;
            default -> unknown();
        };
    }

    private Why unknown() {
        return switch (facts.account()) {
            case DISABLED -> Why.DISABLED;
            case NO_LICENCE -> Why.NO_LICENCE;
            case GUEST -> Why.GUEST;
            case NO_SUCH_USER -> Why.NO_SUCH_USER;
            default -> facts.reading().problem().isEmpty() ? Why.NOT_NAMED : Why.SOURCE_INCOMPLETE;
        };
    }

    private Why inMailbox() {
        List<CurrentContact> ours = facts.seen(Ownership.OURS);
        if (ours.size() > 1) {
            return Why.TWICE;
        }
        if (ours.size() == 1) {
            CurrentContact there = ours.get(0);
            return !there.inDefault() ? Why.IN_FOLDER : facts.who().isAsDesired(there) ? Why.THERE : Why.OUTDATED;
        }
        if (!facts.seen(Ownership.RELEASED).isEmpty()) {
            return Why.RELEASED;
        }
        return facts.seen(Ownership.OTHER_INSTANCE).isEmpty() ? absent() : Why.OTHER_INSTANCE;
    }

    /** It is not in the mailbox, for certain. */
    private Why absent() {
        Why waiting = waiting();
        return waiting != null ? waiting : facts.history().isThere() ? Why.DELETED_BY_OWNER : Why.NOT_YET;
    }

    private Why waiting() {
        boolean unlisted = facts.settlesAt() != null && !facts.history().listed();
        if (unlisted || facts.history().unclear()) {
            return Why.IN_DOUBT;
        }
        if (facts.run() != null && facts.run().isHeld()) {
            return Why.RUN_HELD;
        }
        if (!facts.history().trouble().isEmpty()) {
            return Why.REJECTED;
        }
        if (facts.box() != null && facts.box().isFailed()) {
            return Why.MAILBOX_FAILED;
        }
        boolean waits = facts.box() != null && facts.box().isWaiting() && !facts.history().isThere();
        return waits ? Why.MAILBOX_WAITS : null;
    }

    /** Nobody looked: a contact counts as there if we put it there. */
    private Why byHistory() {
        boolean doubtful = facts.history().unclear() || !facts.history().trouble().isEmpty();
        if (facts.isThere() && !doubtful) {
            return Why.THERE;
        }
        Why waiting = waiting();
        return waiting == null ? Why.NOT_YET : waiting;
    }
}

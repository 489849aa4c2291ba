package io.contactsync.run.explain;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Ownership;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All that is known of one person and one mailbox; nothing of it is judged yet.
 *
 * @param who the person
 * @param account what the directory says of them
 * @param reading of their source, what the guards made of it, and its first problem; both empty if it was never read
 * @param mailbox object id of the mailbox's owner
 * @param owner what people call the owner
 * @param typed how both are told for certain on a command line, the person first
 * @param target whether the mailbox is a target; null if nobody knows
 * @param run the latest run; null if there was none
 * @param history of the contact in the mailbox
 * @param seen what a look into the mailbox has shown; null if nobody looked
 * @param twins others with the same address whom sources name
 * @param rules of this installation
 * @param remembered whether the latest run that went through wanted this contact in mailboxes
 * @param recent whether the next run would take a create for too recent to repeat it
 * @param now the time
 */
public record PairFacts(Someone who, Account account, ReadingState reading, String mailbox, String owner,
        Typed typed, Boolean target, LatestRun run, History history, Seen seen, List<Someone> twins,
        Rules rules, boolean remembered, boolean recent, Instant now) {

    /**
     * A source's last reading.
     *
     * @param state a word as in the journal
     * @param problem the first thing that kept it from being complete; empty if it is complete
     */
    public record ReadingState(String state, String problem) {

        /** What is wrong with it, to stand behind a sentence; empty if it is complete. */
        String incomplete() {
            return problem.isEmpty() ? "" : "; its last reading is not complete: " + problem;
        }
    }

    /**
     * What of the configuration decides.
     *
     * @param instance the name of this installation
     * @param ownCard whether a person's own card stands in their own mailbox
     * @param settle how long a create is not repeated
     */
    public record Rules(String instance, boolean ownCard, Duration settle) {

        /** Whether that would be somebody's own card in their own mailbox, which nobody gets. */
        boolean isOwnCard(Someone who, String mailbox) {
            return !ownCard && who.id().equals(mailbox);
        }
    }

    /**
     * What to type so that nobody else is meant.
     *
     * @param person the person
     * @param mailbox the mailbox
     */
    public record Typed(String person, String mailbox) {
    }

    public PairFacts {
        twins = List.copyOf(twins);
    }

    /** What the latest run came to in the mailbox; null if it did not get there. */
    public Box box() {
        return run == null ? null : run.boxes().get(mailbox);
    }

    /** Until when a create that was sent keeps the next one back; null if none does. */
    Instant settlesAt() {
        Instant until = !recent || history.tried() == null ? null : history.tried().plus(rules.settle());
        return until == null || until.isBefore(now) ? null : until;
    }

    /** The contacts of that ownership that a look has shown. */
    List<CurrentContact> seen(Ownership ownership) {
        return seen.of(ownership, rules.instance());
    }

    /** Names of the other installations whose contacts a look has shown. */
    List<String> others() {
        return seen.contacts().stream().map(CurrentContact::key).filter(Objects::nonNull).map(HiddenKey::instance)
                .filter(instance -> !instance.equals(rules.instance())).distinct().toList();
    }

    /** Whether a contact of theirs is, or should be by all that is known, in the mailbox and ours. */
    boolean isThere() {
        return seen != null && seen.isClear() ? !seen(Ownership.OURS).isEmpty() : history.isThere(box(), remembered);
    }

    /** The id of the hold that a cause is about; null if it waits no more. */
    String hold(Why why) {
        return switch (why) {
            case NAME_HELD -> run.waiting().ofSource(who.source());
            case MAILBOX_HELD -> run.waiting().inMailbox(mailbox);
            default -> run.waiting().ofEverything();
        };
    }
}

package io.contactsync.run;

import io.contactsync.core.Acquaintance;
import io.contactsync.core.DriftRules;
import io.contactsync.core.KnownMailbox;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.journal.MailboxMemory;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a run knows of its mailboxes, while each has its turn. Told by all mailboxes at once.
 */
final class Acquaintances {

    private final MailboxMemory memory;
    private final Map<String, Known> open = new ConcurrentHashMap<>();

    /** A mailbox, what was remembered of it, and what is learned. */
    private record Known(KnownMailbox before, Acquaintance acquaintance, DriftRules rules) {
    }

    Acquaintances(MailboxMemory memory) {
        this.memory = memory;
    }

    /** The run's acquaintance with a mailbox whose turn has come. */
    Acquaintance of(String mailbox, DriftRules rules, Instant now) {
        return open.computeIfAbsent(mailbox, first -> {
            KnownMailbox before = memory.read(mailbox);
            return new Known(before, Acquaintance.of(before, rules, now), rules);
        }).acquaintance();
    }

    /**
     * A mailbox is about to be written: what goes is forgotten before, for a run that is killed on the way remembers
     * nothing afterwards.
     *
     * @throws IOException if that cannot be kept
     */
    void begins(String mailbox, Plan plan) throws IOException {
        Known known = open.get(mailbox);
        if (known == null) {
            return;
        }
        KnownMailbox without = known.acquaintance().without(plan);
        if (without != known.before()) {
            memory.write(mailbox, without);
        }
    }

    /** What became of changes in a mailbox. */
    void came(String mailbox, List<Outcome> outcomes) {
        Known known = open.get(mailbox);
        if (known != null) {
            outcomes.forEach(known.acquaintance()::came);
        }
    }

    /**
     * A mailbox is through: what was learned is remembered, if anything was.
     *
     * @param kept whether anything is to be remembered; a plan remembers nothing
     * @return when all contacts of ours in it are to be read; now, if nothing is known of it
     * @throws IOException if it cannot be kept
     */
    Instant ended(String mailbox, boolean kept) throws IOException {
        Known known = open.remove(mailbox);
        if (known == null || !kept) {
            return Instant.EPOCH;
        }
        KnownMailbox after = known.acquaintance().after(known.rules(), mailbox);
        if (after != known.before()) {
            memory.write(mailbox, after);
        }
        return after.isNothing() ? Instant.EPOCH
                : Instant.ofEpochSecond(after.verified()).plus(known.rules().full());
    }

    /** Whether we wrote, or read and found good, contacts of a mailbox at all those versions. */
    boolean isWrittenByUs(String mailbox, Collection<String> changeKeys) {
        return changeKeys.isEmpty() || memory.read(mailbox).knows(changeKeys);
    }
}

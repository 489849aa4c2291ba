package io.contactsync.run;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.KnownDelta;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.core.Totals;
import io.contactsync.journal.DeltaMemory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * By which links a run asks its mailboxes for their changes, and what it leaves of that to the next one. Any run
 * forgets before its first write what it found; only an ordinary one remembers anything. Told by all mailboxes at once.
 */
final class RunDeltas {

    private final DeltaMemory memory;
    private final ReadPrint print;
    private final Map<String, KnownDelta> known = new ConcurrentHashMap<>();
    private final Map<String, DeltaEvidence> turns = new ConcurrentHashMap<>();
    private final Set<String> quiet = ConcurrentHashMap.newKeySet();
    private volatile String wanted = "";
    private volatile Duration life = Duration.ZERO;
    private Totals unchanged = Totals.NONE;
    private boolean forgotten;

    /**
     * @param data the data folder
     * @param print of the program and its configuration
     */
    RunDeltas(Path data, ReadPrint print) {
        this.memory = new DeltaMemory(data);
        this.print = print;
    }

    /**
     * Mailboxes are asked in this run.
     *
     * @param desired all that decides what they are to hold, but for program and configuration
     * @param often how long a mailbox may go without being listed
     */
    void open(String desired, Duration often) {
        wanted = print.with(desired);
        life = often;
        known.putAll(memory.read());
    }

    private boolean isOpen() {
        return !wanted.isEmpty();
    }

    private KnownDelta of(String mailbox) {
        return known.getOrDefault(mailbox, KnownDelta.NOTHING);
    }

    /** Whether the changes of a mailbox say all. */
    boolean isTrusted(String mailbox, Duration settle, Instant now) {
        return isOpen() && of(mailbox).isTrusted(wanted, settle, now);
    }

    /** Whether a link is to be begun before a mailbox is listed. */
    boolean isWorthALink(String mailbox, Instant now) {
        return isOpen() && of(mailbox).isWorthALink(wanted, life, now);
    }

    /** What asks for its changes. */
    String link(String mailbox) {
        return of(mailbox).link();
    }

    /** The plan of one of which no more is asked. */
    Plan plan(String mailbox) {
        return of(mailbox).held().plan();
    }

    /** Whether all those were deleted by us. */
    boolean isDeleted(String mailbox, Collection<String> contactIds) {
        return contactIds.stream().allMatch(of(mailbox)::isDeleted);
    }

    /** A mailbox told something. */
    void told(String mailbox, UnaryOperator<KnownDelta> what) {
        known.put(mailbox, what.apply(of(mailbox)));
    }

    /** A mailbox told of nothing but our own doing: no more is asked of it. */
    void quiet(String mailbox, String link) {
        told(mailbox, before -> before.quiet(link));
        quiet.add(mailbox);
    }

    /** Whether no more is asked of a mailbox. */
    boolean isQuiet(String mailbox) {
        return quiet.contains(mailbox);
    }

    /** A mailbox is about to be listed: the same list, watched. */
    Iterator<CurrentContact> lists(MailboxTurn mailbox, Iterator<CurrentContact> list) {
        DeltaEvidence turn = new DeltaEvidence(mailbox.run().time().now());
        turns.put(mailbox.mailbox(), turn);
        return turn.watching(list);
    }

    /** A mailbox was planned. */
    void planned(MailboxPlan planned) {
        DeltaEvidence turn = turns.get(planned.mailbox());
        if (turn != null) {
            turn.planned(planned);
        }
    }

    /**
     * A mailbox is about to be written: what is known of any is forgotten before, for a run that is killed on the way
     * forgets nothing afterwards.
     *
     * @throws io.contactsync.journal.JournalException if it cannot be forgotten: then nothing is written
     */
    void begins(String mailbox, Plan plan) {
        if (!plan.changes().isEmpty()) {
            leaves(mailbox);
        }
    }

    /** The same of one that another machine is about to have, which may write it. */
    void leaves(String mailbox) {
        known.computeIfPresent(mailbox, (same, before) -> before.doubtful());
        forget();
    }

    private synchronized void forget() {
        if (!forgotten && memory.isThere()) {
            Map<String, KnownDelta> all = memory.read();
            all.replaceAll((mailbox, before) -> before.doubtful());
            memory.write(all);
        }
        forgotten = true;
    }

    /** What became of changes in a mailbox. */
    void came(String mailbox, Collection<Outcome> outcomes) {
        DeltaEvidence turn = turns.get(mailbox);
        if (turn != null) {
            turn.came(outcomes);
        }
    }

    /**
     * A mailbox is through.
     *
     * @param due when all contacts of ours in it are to be read
     */
    void ended(MailboxResult result, Instant due) {
        String mailbox = result.mailbox();
        DeltaEvidence turn = turns.remove(mailbox);
        if (turn != null && isOpen()) {
            Instant end = turn.listed().plus(life);
            KnownDelta.Held held = turn.found(result);
            known.put(mailbox, held == null ? of(mailbox).lacking(turn.deleted()) : of(mailbox)
                    .found(wanted, turn.listed(), due.isBefore(end) ? due : end, held, turn.deleted()));
        } else if (isQuiet(mailbox)) {
            add(result);
        }
    }

    private synchronized void add(MailboxResult result) {
        unchanged = unchanged.plus(result);
    }

    /** What the mailboxes came to of which no more was asked. */
    synchronized Totals unchanged() {
        return unchanged;
    }

    /**
     * The run is over: what it knows of its mailboxes is remembered.
     *
     * @throws io.contactsync.journal.JournalException if it cannot be written
     */
    void close(Collection<String> mailboxes) {
        known.keySet().retainAll(mailboxes);
        if (isOpen() && (memory.isThere() || known.values().stream().anyMatch(one -> !one.isNothing()))) {
            memory.write(known);
        }
    }
}

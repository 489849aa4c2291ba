package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.KnownDelta;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.core.Totals;

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

    private final KnownDeltas known;
    private final FewChanges few;
    private final ReadPrint print;
    private final Map<String, DeltaEvidence> turns = new ConcurrentHashMap<>();
    private final Set<String> quiet = ConcurrentHashMap.newKeySet();
    private volatile String wanted = "";
    private volatile Duration life = Duration.ZERO;
    private Totals unchanged = Totals.NONE;

    /**
     * @param data the data folder
     * @param print of the program and its configuration
     */
    RunDeltas(Path data, ReadPrint print) {
        this.known = new KnownDeltas(data);
        this.few = new FewChanges(data);
        this.print = print;
    }

    /**
     * Mailboxes are asked in this run.
     *
     * @param frame all that decides what they are to hold, but for program, configuration and contacts
     * @param contacts what they are to hold
     * @param often how long a mailbox may go without being listed
     */
    void open(String frame, Collection<RenderedContact> contacts, Duration often) {
        wanted = print.with(frame, contacts);
        life = often;
        known.read();
        few.open(print.with(frame), wanted, contacts);
    }

    /** Those of which few contacts are desired otherwise than before. */
    FewChanges few() {
        return few;
    }

    private boolean isOpen() {
        return !wanted.isEmpty();
    }

    /** Whether the changes of a mailbox say all, but for the few contacts that are desired otherwise than before. */
    boolean isTrusted(String mailbox, Set<ContactKey> own, Duration settle, Instant now) {
        KnownDelta before = known.of(mailbox);
        return isOpen() && (before.isTrusted(wanted, settle, now) || few.isTrusted(before, own, settle, now));
    }

    /** Whether a link is to be begun before a mailbox is listed. */
    boolean isWorthALink(String mailbox, Instant now) {
        return isOpen() && known.of(mailbox).isWorthALink(life, now);
    }

    /** What asks for its changes. */
    String link(String mailbox) {
        return known.of(mailbox).link();
    }

    /** The plan of one of which no more is asked. */
    Plan plan(String mailbox) {
        return known.of(mailbox).held().plan();
    }

    /** Whether all those were deleted by us. */
    boolean isDeleted(String mailbox, Collection<String> contactIds) {
        return contactIds.stream().allMatch(known.of(mailbox)::isDeleted);
    }

    /** A mailbox told something. */
    void told(String mailbox, UnaryOperator<KnownDelta> what) {
        known.told(mailbox, what);
    }

    /** A mailbox told of nothing but our own doing; whether no more is asked of it, not even a few contacts. */
    boolean quiet(String mailbox, String link) {
        told(mailbox, before -> before.quiet(link));
        if (known.of(mailbox).isAsWanted(wanted)) {
            quiet.add(mailbox);
        } else {
            few.begin(mailbox, known.of(mailbox));
        }
        return isQuiet(mailbox);
    }

    /** Whether no more is asked of a mailbox. */
    boolean isQuiet(String mailbox) {
        return quiet.contains(mailbox);
    }

    /** A mailbox is about to be listed: the same list, watched. One of few changes was listed when it was before. */
    Iterator<CurrentContact> lists(MailboxTurn mailbox, Iterator<CurrentContact> list) {
        String id = mailbox.mailbox();
        DeltaEvidence turn =
                new DeltaEvidence(list instanceof FoundContacts ? known.of(id).listed() : mailbox.run().time().now());
        turns.put(id, turn);
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
        known.leaves(mailbox);
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
            told(mailbox, before -> held == null ? before.lacking(turn.deleted())
                    : before.found(wanted, turn.listed(), due.isBefore(end) ? due : end, held, turn.deleted()));
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
        if (isOpen()) {
            known.write(mailboxes);
            few.close();
        }
    }
}

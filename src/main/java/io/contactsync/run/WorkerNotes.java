package io.contactsync.run;

import io.contactsync.core.Change;
import io.contactsync.core.Outcome;
import io.contactsync.core.SeenContent;
import io.contactsync.journal.JournalEntry;
import io.contactsync.workers.WorkerLease;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Notes down what mailboxes do that are another machine's, and lets nothing go out for one that this machine may no
 * longer have.
 */
final class WorkerNotes implements Witness {

    private final WorkerLease lease;
    private final Clock clock;
    private final Map<String, Notes> open = new ConcurrentHashMap<>();

    /** What one mailbox did; each is one thread's. */
    static final class Notes {
        final List<AccountPart> parts = new ArrayList<>();
        final List<SeenContent> seen = new ArrayList<>();
        MailboxPlan planned;
    }

    WorkerNotes(WorkerLease lease, Clock clock) {
        this.lease = lease;
        this.clock = clock;
    }

    private static String mailbox(JournalEntry entry) {
        return String.valueOf(entry.text("mailbox"));
    }

    private Notes of(String mailbox) {
        return open.computeIfAbsent(mailbox, first -> new Notes());
    }

    /** All about a mailbox that is through. */
    Notes take(String mailbox) {
        Notes notes = open.remove(mailbox);
        return notes == null ? new Notes() : notes;
    }

    @Override
    public void planned(MailboxPlan planned) {
        of(planned.mailbox()).planned = planned;
    }

    @Override
    public void seen(String mailbox, List<SeenContent> contents) {
        of(mailbox).seen.addAll(contents);
    }

    @Override
    public void sends(List<JournalEntry> intents) {
        if (!maySend(intents.stream().map(WorkerNotes::mailbox).collect(Collectors.toSet()))) {
            throw new LostLeaseException();
        }
    }

    /** Looked at once more before the first byte: this process may have slept since its intents were written. */
    @Override
    public boolean maySend(Set<String> mailboxes) {
        Instant now = clock.instant();
        return mailboxes.stream().allMatch(mailbox -> lease.isGood(mailbox, now));
    }

    /** A line that names a key is of a change, which is told by itself. */
    @Override
    public void wrote(List<JournalEntry> entries) {
        entries.stream().filter(entry -> entry.text("key") == null)
                .forEach(entry -> of(mailbox(entry)).parts.add(new AccountPart.Wrote(entry)));
    }

    @Override
    public void intended(String mailbox, List<Change> changes) {
        of(mailbox).parts.add(new AccountPart.Intended(changes));
    }

    @Override
    public void came(String mailbox, List<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            of(mailbox).parts.add(new AccountPart.Came(outcomes));
        }
    }
}

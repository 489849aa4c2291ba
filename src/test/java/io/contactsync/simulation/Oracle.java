package io.contactsync.simulation;

import io.contactsync.core.Action;
import io.contactsync.core.Batch;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Plan;
import io.contactsync.journal.GrammarCheck;
import io.contactsync.run.Run;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.simulation.disk.Disk;
import io.contactsync.source.SourceContacts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sees the true state of everything, and says when the program has broken what must always hold. */
final class Oracle {

    private record Made(String mailbox, ContactKey key, long at) {
    }

    private final Machine machine;
    private final List<Made> made = new ArrayList<>();
    private final Map<String, List<Set<ContactKey>>> complete = new HashMap<>();
    /** What sources have given each run: a worker may still be at work for one that is gone. */
    private final Map<String, Map<String, SourceContacts>> given = new HashMap<>();
    private Map<String, SourceContacts> now = Map.of();
    private boolean approved;

    Oracle(Machine machine) {
        this.machine = machine;
    }

    World world() {
        return machine.world;
    }

    /** The data folder is lost, and with it what it knew. */
    void forgotten() {
        made.clear();
    }

    void begins(Run run, RunRequest request) {
        approved |= !request.approvals().isEmpty();
        now.values().stream().filter(SourceContacts::isComplete).forEach(
                source -> complete.computeIfAbsent(source.source(), first -> new ArrayList<>()).add(keys(source)));
        now = new HashMap<>();
        given.put(run.id(), now);
    }

    /** That is what a source has given the run. */
    void read(SourceContacts source) {
        now.put(source.source(), source);
    }

    private static Set<ContactKey> keys(SourceContacts source) {
        return source.contacts().stream().map(contact -> contact.key()).collect(Collectors.toSet());
    }

    /** INV-3: deletions stay within the guards, and there are none for a source that was not read completely. */
    void planned(VirtualMailbox mailbox, Plan plan, String run) {
        List<Change> deletes = plan.changes().stream()
                .filter(change -> change.action() == Action.DELETE && !change.isSweep()).toList();
        deletes.forEach(delete -> requireGone(mailbox, delete, given.get(run).get(delete.key().source())));
        boolean over = deletes.size() > Machine.LIMITS.deletesMin()
                && 100 * deletes.size() > Machine.LIMITS.deletesPercent() * plan.managed();
        BrokenInvariant.unless(!over || approved, "INV-3", deletes.size() + " deletions of " + plan.managed());
    }

    private void requireGone(VirtualMailbox mailbox, Change delete, SourceContacts source) {
        BrokenInvariant.unless(source != null && source.isComplete(), "INV-3",
                delete + " while its source is not read completely");
        boolean ownCard = delete.key().id().equals(mailbox.id);
        Set<ContactKey> named = keys(source);
        BrokenInvariant.unless(ownCard || !named.contains(delete.key()), "INV-3", delete + " is named by its source");
        BrokenInvariant.unless(approved || isWithinLimit(source.source(), named), "INV-3",
                delete + " although too many have vanished by each earlier reading");
    }

    /** Whichever of the earlier readings was accepted, the guard compares with one of them. */
    private boolean isWithinLimit(String source, Set<ContactKey> named) {
        return complete.getOrDefault(source, List.of()).stream().anyMatch(before -> {
            long gone = before.stream().filter(key -> !named.contains(key)).count();
            return gone <= Machine.LIMITS.vanishedMin()
                    || 100 * gone <= (long) Machine.LIMITS.vanishedPercent() * before.size();
        });
    }

    /** Is about to be written into the journal. */
    void intends(VirtualMailbox mailbox, Batch batch) {
        batch.changes().stream().filter(change -> change.action() == Action.CREATE)
                .forEach(change -> made.add(new Made(mailbox.id, change.key(), world().now())));
    }

    /** Creates that this data folder has sent to a mailbox within the settle time. */
    Set<ContactKey> made(VirtualMailbox mailbox) {
        long since = world().now() - Machine.SETTLE.toMillis();
        return made.stream().filter(create -> create.mailbox().equals(mailbox.id) && create.at() >= since - 300_000)
                .map(Made::key).collect(Collectors.toCollection(HashSet::new));
    }

    /** INV-4: a change's intent would be there after a power failure now. */
    static boolean isDurable(Run run, Disk disk, VirtualMailbox mailbox, Change change) {
        String intent = "\"event\":\"intent\",\"mailbox\":\"" + mailbox.id + "\",\"change\":\""
                + change.action().word() + "\",\"key\":\"" + change.key().shown().text() + "\"";
        return new String(disk.surviving(run.journal().file()), StandardCharsets.UTF_8).contains(intent);
    }

    /** INV-4 and INV-9: a run that came to its end has a last word on every intent, and says truly how it went. */
    void ends(Run run, RunReport report) {
        List<String> complaints = GrammarCheck.complaints(run.journal().file().getParent());
        BrokenInvariant.unless(complaints.isEmpty(), "INV-4", "the journal: " + complaints);
    }
}

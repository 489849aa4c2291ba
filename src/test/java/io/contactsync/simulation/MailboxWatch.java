package io.contactsync.simulation;

import io.contactsync.core.Action;
import io.contactsync.core.Batch;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Ownership;
import io.contactsync.microsoftgraph.GraphRequest;
import io.contactsync.run.MailboxPlan;
import io.contactsync.run.Run;
import io.contactsync.simulation.disk.Disk;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the oracle sees of one mailbox in one run, and what must hold of each change on the wire. */
final class MailboxWatch {

    private static final long LOOK_MILLIS = 5_000;
    /** The oracle is a little less strict at the edges than the core. */
    private static final long EDGE_SECONDS = Duration.ofMinutes(1).toSeconds();

    private final Oracle oracle;
    private final Disk disk;
    private final World world;
    private final VirtualMailbox mailbox;
    private final Set<String> listedOurs = new HashSet<>();
    private boolean strangers;
    private List<CurrentContact> last = List.of();
    private long lookedAt;

    /** @param disk of whoever writes there */
    MailboxWatch(Oracle oracle, Disk disk, VirtualMailbox mailbox) {
        this.oracle = oracle;
        this.disk = disk;
        this.world = oracle.world();
        this.mailbox = mailbox;
    }

    /** Listed to see whether others are writing there. */
    void listedForStrangers(List<CurrentContact> list) {
        Set<ContactKey> made = oracle.made(mailbox);
        strangers |= list.stream().anyMatch(contact -> isNew(contact)
                && World.SOURCES.contains(contact.key().key().source()) && !made.contains(contact.key().key())
                && list.stream().allMatch(other -> isNew(other) || !isSame(contact, other)));
    }

    /** What was listed last is what the mailbox is planned by. */
    void begins() {
        mailbox.listed(last);
    }

    void listed(List<CurrentContact> list) {
        last = list;
        list.stream().filter(contact -> contact.ownership(World.INSTANCE) == Ownership.OURS)
                .forEach(contact -> listedOurs.add(contact.id()));
    }

    private static boolean isSame(CurrentContact one, CurrentContact other) {
        return other.key() != null && other.key().key().equals(one.key().key());
    }

    private boolean isNew(CurrentContact contact) {
        return contact.key() != null
                && contact.created() > (world.now() - Machine.SETTLE.toMillis()) / 1_000 + EDGE_SECONDS;
    }

    /** A second look was answered now. */
    void looked() {
        lookedAt = world.now();
    }

    /** @param run whose sources it is planned by */
    void planned(MailboxPlan planned, String run) {
        oracle.planned(mailbox, planned.plan(), run);
    }

    void intends(Batch batch) {
        oracle.intends(mailbox, batch);
    }

    /** INV-1 and INV-4 for every change on the wire. */
    void sends(Run run, Batch batch, List<GraphRequest> requests) {
        for (int place = 0; place < requests.size(); place++) {
            Change change = batch.changes().get(place);
            BrokenInvariant.unless(change.contactId() == null || listedOurs.contains(change.contactId()), "INV-1",
                    change + " was not listed with both marks");
            BrokenInvariant.unless(Oracle.isDurable(run, disk, mailbox, change), "INV-4",
                    change + " has no intent on the disk");
            freshness(change, requests.get(place).headers().containsKey("If-Match"));
        }
    }

    /**
     * What the list alone cannot know. A look is as old as its answer's way; what names a version needs none, Graph
     * refuses it for any other.
     */
    private void freshness(Change change, boolean bound) {
        if (change.action() == Action.CREATE) {
            BrokenInvariant.unless(!strangers, "INV-2",
                    change + " although the list has shown that somebody else creates there");
        } else if (change.isSweep()) {
            boolean equal = mailbox.find(change.contactId()).at(lookedAt)
                    .equal(mailbox.find(change.twin()).at(lookedAt));
            BrokenInvariant.unless(equal, "INV-3", change + " was never equal to its twin");
        } else if (change.action() == Action.UPDATE && !bound) {
            Item item = mailbox.find(change.contactId());
            boolean released = !item.at(world.now()).category() && !item.at(world.now() - LOOK_MILLIS).category();
            BrokenInvariant.unless(!released, "INV-1",
                    change + " although its owner had taken the category off before the look");
        }
    }
}

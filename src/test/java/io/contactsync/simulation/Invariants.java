package io.contactsync.simulation;

import io.contactsync.core.Action;
import io.contactsync.core.Batch;
import io.contactsync.core.Change;
import io.contactsync.core.Limits;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.core.SourceState;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Arrays;

/** What must hold of every run, whatever happens to it. */
final class Invariants {

    private static final long LOOK_MILLIS = 5_000;

    private final World world;
    private final SimulatedJournal journal;
    private long lookedAt;

    Invariants(World world, SimulatedJournal journal) {
        this.world = world;
        this.journal = journal;
    }

    /** A second look was answered at that time. */
    void looked(long at) {
        lookedAt = at;
    }

    /** INV-3: deletions stay within the guard, and there are none for a source that was not read completely. */
    static void guard(Plan plan, Limits limits, SourceState source, boolean calm) {
        int deletes = plan.count(Action.DELETE);
        BrokenInvariant.unless(deletes == 0 || source == SourceState.COMPLETE, "INV-3",
                deletes + " deletions while the source is " + source);
        boolean over = deletes > limits.deletesMin() && 100 * deletes > limits.deletesPercent() * plan.managed();
        BrokenInvariant.unless(!over || calm, "INV-3", deletes + " deletions of " + plan.managed());
    }

    /** INV-1 and INV-4 for every change on the wire. */
    void batch(Batch batch, Set<String> listedOurs, boolean strangers) {
        for (Change change : batch.changes()) {
            BrokenInvariant.unless(change.contactId() == null || listedOurs.contains(change.contactId()), "INV-1",
                    change + " was not listed with both marks");
            BrokenInvariant.unless(journal.isDurable(change), "INV-4", change + " has no intent on the disk");
            freshness(change, strangers);
        }
    }

    /** What the list alone cannot know. A look is as old as its answer's way. */
    private void freshness(Change change, boolean strangers) {
        if (change.action() == Action.CREATE) {
            BrokenInvariant.unless(!strangers, "INV-2",
                    change + " although the list has shown that somebody else creates there");
        } else if (change.isSweep()) {
            boolean equal =
                    Item.isEqual(world.find(change.contactId()).at(lookedAt), world.find(change.twin()).at(lookedAt));
            BrokenInvariant.unless(equal, "INV-3", change + " was never equal to its twin");
        } else if (change.action() == Action.UPDATE) {
            Item item = world.find(change.contactId());
            boolean released = !item.at(world.now()).category() && !item.at(world.now() - LOOK_MILLIS).category();
            BrokenInvariant.unless(!released, "INV-1",
                    change + " although its owner had taken the category off before the look");
        }
    }

    /** INV-4: every intent of a run that came to its end has an outcome that is the last word on it. */
    static void ends(List<SimulatedJournal.Line> run) {
        Set<List<Object>> open = new HashSet<>();
        for (SimulatedJournal.Line line : run) {
            List<Object> change = Arrays.asList(line.action(), line.key());
            if (line.event().equals("intent")) {
                open.add(change);
            } else if (!line.event().equals("plan") && !line.outcome().equals(Outcome.Kind.RETRY_LATER.word())) {
                open.remove(change);
            }
        }
        BrokenInvariant.unless(open.isEmpty(), "INV-4", "intents without an outcome: " + open);
    }
}

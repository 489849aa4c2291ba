package io.contactsync.simulation;

import io.contactsync.core.MailboxResult;
import io.contactsync.core.Totals;
import io.contactsync.run.ChosenMailboxes;
import io.contactsync.run.JournalEntries;
import io.contactsync.run.MailboxChoice;
import io.contactsync.run.MailboxResults;
import io.contactsync.run.MailboxTask;
import io.contactsync.run.MailboxTurn;
import io.contactsync.run.OldRuns;
import io.contactsync.run.Run;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.RunSteps;
import io.contactsync.run.Target;
import io.contactsync.simulation.disk.Disk;
import io.contactsync.source.SourceContacts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * A run, step by step as {@code routes/sync/run-sync} takes it, by the beans that ship. Mailboxes are written side by
 * side; whichever has something to do next does it.
 */
final class RunFlow implements MailboxProcess {

    final Machine machine;
    final World world;
    final JournalEntries entries = new JournalEntries();
    final MailboxResults results = new MailboxResults();
    private final ChosenMailboxes chosen = new ChosenMailboxes("remove");
    private final OldRuns oldRuns = new OldRuns(400, 30);
    private final RunSteps steps;
    private final Deque<MailboxTask> waiting = new ArrayDeque<>();
    private Run run;
    private Totals totals;
    private int inFlight;
    private boolean over;

    RunFlow(Machine machine) {
        this.machine = machine;
        this.world = machine.world;
        this.steps = new RunSteps(Sources.RENDERER, world.dice.chance(0.3), machine.drift,
                machine.runs.ended());
    }

    RunReport play(RunRequest request) {
        run = machine.runs.begin(request);
        machine.oracle.begins(run, request);
        RunReport report;
        try {
            try {
                through(request);
                oldRuns.tidy(run);
                report = steps.finish(run, totals == null ? Totals.NONE : totals);
            } catch (Exception failed) {
                world.note("failed: " + failed);
                report = steps.fail(run, failed);
            }
        } finally {
            over = true;
            machine.runs.ended().close(run);
        }
        world.note("ended with " + report.exit() + " " + report.problems() + report.holds());
        machine.oracle.ends(run, report);
        return report;
    }

    private void through(RunRequest request) {
        List<SourceContacts> read = machine.variant.collected(collect());
        steps.guard(run, read);
        entries.sources(run, read);
        entries.targets(run, mailboxes());
        machine.clock.perhapsJumps();
        steps.recall(run);
        if (steps.isGoing(run)) {
            steps.keepContents(run);
            waiting.addAll(machine.deltas.ask(this, run, steps.tasks(run)));
            writeAll();
        }
    }

    private List<Target> mailboxes() {
        List<Target> targets = world.mailboxes.stream().map(mailbox -> new Target(mailbox.id, null)).toList();
        MailboxChoice choice = chosen.choose(run, targets);
        return chosen.complete(choice, List.copyOf(choice.others()));
    }

    private List<SourceContacts> collect() {
        List<SourceContacts> all = new ArrayList<>();
        for (Iterator<String> names = steps.sources(run); names.hasNext();) {
            String name = names.next();
            world.advance(world.dice.between(10, 2_000));
            SourceContacts source = machine.sources.read(name);
            if (steps.isMissingAny(run, source)) {
                source = steps.together(source, machine.sources.read(name));
            }
            machine.oracle.read(source);
            all.add(source);
        }
        return all;
    }

    private void writeAll() {
        while (!waiting.isEmpty() || inFlight > 0) {
            while (!waiting.isEmpty() && inFlight < world.weather.inFlight()) {
                inFlight++;
                handOut(machine.runs.turn(waiting.remove()));
            }
            if (inFlight > 0) {
                world.next();
            }
        }
    }

    private void handOut(MailboxTurn turn) {
        Workers workers = machine.workersFor(turn);
        if (workers == null) {
            new MailboxFlow(this, turn.mailbox()).start(turn);
        } else {
            new HandedFlow(this, workers).start(turn);
        }
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public MachineClock clock() {
        return machine.clock;
    }

    @Override
    public Disk disk() {
        return machine.disk;
    }

    @Override
    public void perhapsCrash() {
        machine.perhapsCrash();
    }

    @Override
    public void perhapsCrash(Runnable sending) {
        machine.perhapsCrash(sending);
    }

    @Override
    public String of(MailboxTurn turn) {
        return run.id();
    }

    @Override
    public void sends(MailboxTurn turn) {
        // a mailbox that is nobody else's
    }

    @Override
    public void lands(long time, Server server) {
        at(time, server::landed);
    }

    @Override
    public void at(long time, Runnable what) {
        world.at(time, () -> {
            if (!over) {
                what.run();
            }
        });
    }

    @Override
    public void ended(MailboxTurn turn, MailboxResult result) {
        world.note("result " + result.mailbox() + " " + result.status() + " " + result.reason());
        totals = results.join(totals, result);
        inFlight--;
    }

    /** Nothing more is sent: somebody ends the service. */
    @Override
    public void perhapsStops() {
        if (world.isBad(world.weather.crashes() / 8)) {
            world.note("stop");
            machine.runs.stop();
        }
    }
}

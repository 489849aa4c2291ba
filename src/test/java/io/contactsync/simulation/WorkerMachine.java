package io.contactsync.simulation;

import io.contactsync.core.MailboxResult;
import io.contactsync.journal.FilesAlone;
import io.contactsync.run.MailboxTask;
import io.contactsync.run.MailboxTurn;
import io.contactsync.run.Runs;
import io.contactsync.run.RunSettings;
import io.contactsync.run.RunsOnOtherClocks;
import io.contactsync.run.TakenMailbox;
import io.contactsync.run.Workbench;
import io.contactsync.simulation.disk.DeadProcess;
import io.contactsync.simulation.disk.Disk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A worker's machine, with a disk and a clock of its own, and one process after the other. */
final class WorkerMachine implements MailboxProcess {

    private static final int PLACES = 2;
    private static final int STOPS = 8;
    private static final long BEAT_MILLIS = 2_000;

    private final Workers workers;
    private final World world;
    private final Machine machine;
    private final String name;
    private final MachineClock clock;
    private final Disk disk;
    private final Map<MailboxTurn, TakenMailbox> doing = new IdentityHashMap<>();
    private Runs runs;
    private Workbench bench;
    private WorkerLetters letters;
    private int tokens;
    private int process;
    private int busy;
    private long asleep;
    private boolean alive;
    private boolean beating;
    private boolean stopping;

    WorkerMachine(Workers workers, String name) {
        this.workers = workers;
        this.machine = workers.machine;
        this.world = machine.world;
        this.name = name;
        this.clock = new MachineClock(world);
        this.disk = new Disk(workers.dice.random(), clock::millis);
        this.disk.trouble(this::trouble);
        boot();
    }

    private void boot() {
        Path data = disk.boot().resolve("data");
        clock.perhapsJumps();
        RunSettings settings = new RunSettings(World.INSTANCE, List.of(World.COLLEAGUES, World.CUSTOMERS), List.of(),
                false, Duration.ofMinutes(10), Machine.SETTLE, false, data, "");
        runs = RunsOnOtherClocks.of(settings, machine.variant.limits(), Sources.RENDERER,
                machine.deltas.graph(clock::graph), clock, clock::nanos, workers.dice::fraction, FilesAlone.INSTANCE);
        bench = TakenMailbox.workbench(name, clock::nanos, () -> name + "-" + tokens++);
        letters = new WorkerLetters(this, workers.post);
        alive = true;
        workers.post.deliver();
    }

    private void trouble(String what) throws IOException {
        if (alive && world.isBad(world.weather.diskCrashes())) {
            throw new Crash();
        }
        if (alive && world.isBad(world.weather.diskFaults())) {
            world.note("the disk of " + name + " fails at " + what);
            throw new IOException("Input/output error");
        }
    }

    boolean isFree() {
        return alive && !stopping && busy < PLACES;
    }

    /** An offer has come. */
    void offered(byte[] offer) {
        busy++;
        at(world.now(), () -> {
            TakenMailbox mailbox = TakenMailbox.of(bench, offer, runs);
            beats();
            letters.write(mailbox, () -> taken(mailbox));
        });
    }

    private void taken(TakenMailbox mailbox) {
        if (!mailbox.isGiven()) {
            free(mailbox);
            return;
        }
        try {
            MailboxTask task = mailbox.task();
            if (task == null) {
                letters.write(mailbox, () -> free(mailbox));
                return;
            }
            MailboxTurn turn = runs.turn(task);
            doing.put(turn, mailbox);
            new MailboxFlow(this, turn.mailbox()).start(turn);
        } catch (RuntimeException failure) {
            mailbox.failed(failure);
            letters.write(mailbox, () -> free(mailbox));
        }
    }

    @Override
    public void ended(MailboxTurn turn, MailboxResult result) {
        TakenMailbox mailbox = doing.remove(turn);
        world.note(name + " has done " + result.mailbox() + " " + result.status() + " " + result.reason());
        mailbox.done(result);
        letters.write(mailbox, () -> free(mailbox));
    }

    private void free(TakenMailbox mailbox) {
        mailbox.end();
        busy--;
        if (stopping && busy == 0) {
            bench.close();
            gone();
            disk.end();
        }
        workers.post.deliver();
    }

    private void beats() {
        if (!beating) {
            beating = true;
            at(world.now() + BEAT_MILLIS, this::beat);
        }
    }

    private void beat() {
        TakenMailbox beat = TakenMailbox.beat(bench);
        if (beat.isWriting() || busy > 0) {
            letters.write(beat, () -> at(world.now() + BEAT_MILLIS, this::beat));
        } else {
            beating = false;
        }
    }

    /** What was written by an earlier process is answered to nobody. */
    void after(long millis, Runnable what, WorkerLetters writer) {
        if (letters == writer) {
            at(world.now() + millis, what);
        }
    }

    @Override
    public void at(long time, Runnable what) {
        int mine = process;
        world.at(time, () -> {
            try {
                if (mine == process && world.now() < asleep) {
                    at(asleep, what);
                } else if (mine == process) {
                    what.run();
                }
            } catch (Crash | DeadProcess gone) {
                crashed();
            }
        });
    }

    /** Until another process begins. */
    private void gone() {
        process++;
        alive = false;
        beating = false;
        stopping = false;
        busy = 0;
        doing.clear();
        letters = null;
        world.at(world.now() + workers.dice.of(List.of(1_000, 50_000, 900_000)), this::boot);
    }

    private void crashed() {
        world.note(name + " crashes");
        gone();
        if (workers.dice.chance(0.5)) {
            disk.losePower();
        } else if (workers.dice.chance(0.2)) {
            disk.replace();
        } else {
            disk.end();
        }
    }

    @Override
    public void perhapsCrash() {
        if (world.isBad(world.weather.crashes())) {
            throw new Crash();
        }
    }

    @Override
    public void perhapsStops() {
        if (world.isBad(world.weather.crashes() / STOPS)) {
            world.note(name + " is told to stop");
            stopping = true;
            runs.stop();
        }
    }

    @Override
    public String of(MailboxTurn turn) {
        return doing.get(turn).run();
    }

    /** The machine may fall asleep meanwhile; it looks once more then. */
    @Override
    public void leaves(MailboxTurn turn, Runnable leaves, Runnable stays) {
        boolean blind = machine.variant == EngineVariant.WAKES_WITHOUT_LEASE;
        asleep = world.now() + (!world.calm && workers.sleeps.chance(0.02) ? workers.sleeps.between(1_000, 90_000) : 0);
        at(asleep, () -> (blind || TakenMailbox.maySend(turn) ? leaves : stays).run());
    }

    @Override
    public void sends(MailboxTurn turn) {
        workers.hands.sends(turn.mailbox(), doing.get(turn).token());
    }

    @Override
    public void lands(long time, Server server) {
        world.at(time, server::landed);
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public MachineClock clock() {
        return clock;
    }

    @Override
    public Disk disk() {
        return disk;
    }
}

package io.contactsync.simulation;

import io.contactsync.core.DriftPolicy;
import io.contactsync.core.DriftRules;
import io.contactsync.core.Limits;
import io.contactsync.journal.FilesAlone;
import io.contactsync.journal.Journal;
import io.contactsync.journal.JournalArchive;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.RunLock;
import io.contactsync.journal.SharedState;
import io.contactsync.run.Mailboxes;
import io.contactsync.run.MailboxTurn;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.RunSettings;
import io.contactsync.run.Runs;
import io.contactsync.run.RunsOnOtherClocks;
import io.contactsync.run.UnknownHoldException;
import io.contactsync.simulation.disk.DeadProcess;
import io.contactsync.simulation.disk.Disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The machine that the program runs on: its disk, its clock, and one process after the other. Each run has a process of
 * its own.
 */
final class Machine {

    static final Duration SETTLE = Duration.ofMinutes(15);
    static final Limits LIMITS = new Limits(1, 30, 60, 2, 40);
    private static final String WAY_OUT = "'contact-sync state rebuild'";

    final World world;
    final Sources sources;
    final List<Server> servers;
    final Deltas deltas;
    final EngineVariant variant;
    final MachineClock clock;
    final Disk disk;
    final Oracle oracle;
    final DriftRules drift;
    /** What other machines have, too; none where there is no other. */
    private final Optional<KeptFiles> kept;
    private final Optional<Workers> workers;
    Path data;
    Runs runs;
    Mailboxes mailboxes;
    private boolean running;

    Machine(World world, Sources sources, EngineVariant variant, Deltas deltas) {
        this.world = world;
        this.sources = sources;
        this.servers = world.mailboxes.stream().map(mailbox -> new Server(world, mailbox)).toList();
        this.variant = variant;
        this.deltas = deltas;
        this.clock = new MachineClock(world);
        this.disk = new Disk(world.dice.random(), clock::millis);
        this.disk.trouble(this::trouble);
        this.disk.syncs(variant != EngineVariant.NO_FSYNC);
        this.oracle = new Oracle(this);
        this.kept = KeptFiles.of(variant);
        this.drift = new DriftRules(world.dice.of(List.of(DriftPolicy.values())), Duration.ofDays(30),
                world.dice.of(List.of(0, 0, 2)), false);
        this.workers = Workers.of(this);
    }

    /** Who has that mailbox done; null if it is done here. */
    Workers workersFor(MailboxTurn turn) {
        return workers.filter(some -> !some.coordinator().isOwn(turn)).orElse(null);
    }

    private void trouble(String what) throws IOException {
        if (!running) {
            return;
        }
        if (world.isBad(world.weather.diskCrashes())) {
            crash();
        }
        if (world.isBad(world.weather.diskFaults())) {
            world.note("the disk fails at " + what);
            throw new IOException("Input/output error");
        }
    }

    /** At any moment the process may be gone. */
    void perhapsCrash() {
        if (running && world.isBad(world.weather.crashes())) {
            crash();
        }
    }

    /**
     * The same right before something is sent. A process that only slept would wake when another machine has gone on:
     * the turn keeps it from sending.
     */
    void perhapsCrash(Runnable sending) {
        if (world.isBad(world.weather.crashes())) {
            if (variant == EngineVariant.WAKES_AND_SENDS) {
                world.at(world.now() + world.dice.between(60_000, 3_600_000), sending);
            }
            crash();
        }
    }

    private void crash() {
        kept.ifPresent(KeptFiles::die);
        throw new Crash();
    }

    /** Somebody sets the machine's clock, or its disk has suffered; Graph's clock and mailboxes stay. */
    private void betweenRuns() {
        clock.perhapsJumps();
        if (world.isBad(world.weather.folderLosses())) {
            world.note("data folder lost");
            disk.replace();
            workers.ifPresent(some -> world.advance(Workers.UNHEARD_MILLIS));
            kept.ifPresentOrElse(KeptFiles::goElsewhere, oracle::forgotten);
        }
        if (world.isBad(world.weather.flips())) {
            world.note("a bit flips in " + disk.flip());
        }
        variant.betweenRuns(this);
        servers.forEach(server -> server.forgetWindow(workers.isEmpty()));
    }

    /** As if they had never been; for an engine that asks files for their times. */
    void forgetJournalsOlderThan(Duration age) {
        Path runs = disk.boot().resolve("data/runs");
        new JournalArchive(runs.getParent()).runs().forEach(run -> {
            Path journal = runs.resolve(run).resolve(Journal.FILE);
            try {
                if (Files.exists(journal)
                        && Files.getLastModifiedTime(journal).toMillis() < clock.millis() - age.toMillis()) {
                    Files.delete(journal);
                }
            } catch (IOException failed) {
                world.note("not forgotten: " + failed.getMessage());
            }
        });
    }

    /** As if it had a journal from long ago; for an engine that takes an empty folder for one that knows all. */
    void pretendAnOldFolder() {
        Path runs = disk.boot().resolve("data/runs");
        try {
            if (!Files.exists(runs)) {
                Path journal = Files.createDirectories(runs.resolve("20200101-000000-000-0000")).resolve(Journal.FILE);
                Files.writeString(journal, "{\"at\":\"2020-01-01T00:00:00.000Z\",\"event\":\"run-start\"}\n");
            }
        } catch (IOException failed) {
            world.note("not pretended: " + failed.getMessage());
        }
    }

    private void boot() {
        data = disk.boot().resolve("data");
        RunSettings settings = new RunSettings(World.INSTANCE, List.of(World.COLLEAGUES, World.CUSTOMERS), List.of(),
                false, Duration.ofMinutes(world.dice.of(List.of(1, 10, 30))), SETTLE, false, data, "");
        runs = RunsOnOtherClocks.of(settings, variant.limits(), Sources.RENDERER,
                deltas.graph(() -> variant.hearsGraphsTime() ? clock.graph() : null), clock, clock::nanos,
                world.dice::fraction, shared());
        mailboxes = new Mailboxes(World.CATEGORY);
        workers.ifPresent(Workers::begin);
    }

    private SharedState shared() {
        return kept.isPresent() ? kept.get() : FilesAlone.INSTANCE;
    }

    /** Another machine goes on, or this one, whose power may have been cut. */
    private void crashed() {
        world.note("crash");
        boolean power = world.dice.chance(0.5);
        if (kept.isPresent() && (power || variant.isFollowedSoon())) {
            world.note("another machine goes on");
            disk.replace();
            kept.get().goElsewhere();
        } else if (power) {
            disk.losePower();
        }
    }

    /** One run from its begin to its end; null if it did not come to its end. */
    RunReport run(RunRequest request) {
        betweenRuns();
        boot();
        running = true;
        try {
            RunReport report = new RunFlow(this).play(request);
            workers.ifPresent(Workers::serves);
            report.problems().forEach(this::mend);
            return report;
        } catch (Crash | DeadProcess gone) {
            crashed();
            return null;
        } catch (JournalException | UnknownHoldException refused) {
            world.note("refused: " + refused.getMessage());
            mend(refused.getMessage());
            return null;
        } finally {
            running = false;
            workers.ifPresent(Workers::end);
            disk.end();
        }
    }

    /** The administrator does what the sentence says. */
    private void mend(String sentence) {
        if (sentence.contains(WAY_OUT)) {
            try (RunLock lock = RunLock.take(data, shared())) {
                lock.check();
                new JournalArchive(data).rebuild("administrator", clock, SETTLE);
            } catch (JournalException again) {
                world.note("not mended: " + again.getMessage());
            }
        }
    }
}

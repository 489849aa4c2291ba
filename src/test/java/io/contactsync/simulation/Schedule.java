package io.contactsync.simulation;

import io.contactsync.core.Tally;
import io.contactsync.run.OpenHold;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One seed from its first run to the quiet at its end. */
final class Schedule {

    /** One to see what is damaged, two to do it, one to see that nothing is left; those that held something aside. */
    private static final int QUIET_RUNS = 4;
    private static final Duration LONGEST_REST = Duration.ofHours(25);
    private static final Duration CALM = Machine.SETTLE.plus(Duration.ofMinutes(2));

    /** So many runs in which nothing goes wrong begin the links and come to ask by them. */
    private static final int LULL_RUNS = 5;

    private final World world;
    private final Dice dice;
    private final Sources sources;
    private final Machine machine;
    private final List<Owner> owners;
    private final Stranger stranger;
    private final boolean deltas;
    /** Of its own: what sources change after a lull changes nothing else. */
    private final Dice few;
    /** Share of the runs that follow the one before at once. */
    private final double hasty;
    private Set<String> held = Set.of();

    /** In a quarter of all schedules mailboxes are asked for their changes. */
    Schedule(long seed, EngineVariant variant) {
        this(seed, variant, new Dice(~seed).chance(0.25), new Dice(seed + 2));
    }

    /**
     * @param deltas whether mailboxes are asked for their changes
     * @param refusals chance of what refusals mean; null where each is that of one request
     */
    Schedule(long seed, EngineVariant variant, boolean deltas, Dice refusals) {
        this.deltas = deltas;
        this.few = new Dice(seed + 3);
        this.hasty = variant.isFollowedSoon() ? 1 : 0.25;
        this.dice = new Dice(seed);
        this.world = new World(dice, refusals);
        this.sources = new Sources(world);
        this.machine = new Machine(world, sources, variant, new Deltas(world, new Dice(seed + 1), variant, deltas));
        this.owners = world.mailboxes.stream().map(mailbox -> new Owner(world, mailbox)).toList();
        this.stranger = new Stranger(world, sources);
    }

    /**
     * Plays it.
     *
     * @throws BrokenInvariant as soon as one is
     */
    void play() {
        owners.forEach(Owner::moveIn);
        for (int run = 0; run < world.weather.runs(); run++) {
            long gap = dice.chance(hasty) ? 5_000 : dice.between(5_000, 3_600_000);
            owners.forEach(owner -> owner.busyFor(gap + 60_000));
            owners.forEach(Owner::mayBrowse);
            stranger.mayRunWithin(120_000);
            run(dice.chance(0.3) ? held : Set.of());
            world.advance(gap);
            sources.peopleComeAndGo();
        }
        if (deltas && dice.chance(0.6)) {
            lull();
        }
        quiet();
    }

    /**
     * Nothing goes wrong for a while, and no source changes; then some do a little in a run in which all may go wrong,
     * and owners have the mailboxes for themselves.
     */
    private void lull() {
        world.note("lull");
        world.calm = true;
        boolean change = few.chance(0.6);
        if (change) {
            world.mailboxes.forEach(VirtualMailbox::losesOthers);
        }
        for (int run = 0; run < LULL_RUNS; run++) {
            world.settle();
            world.advance(CALM.toMillis());
            run(run == 1 ? held : Set.of());
        }
        world.calm = false;
        if (change) {
            owners.forEach(owner -> owner.busyFor(few.chance(0.3) ? CALM.toMillis() : 0));
            owners.stream().filter(owner -> few.chance(0.3)).forEach(owner -> owner.mayFileACopy(few));
            sources.fewComeAndGo(few);
            run(Set.of());
        }
        owners.forEach(owner -> owner.busyFor(CALM.toMillis()));
        owners.forEach(Owner::mayTidyUp);
        world.advance(CALM.toMillis());
        machine.deltas.mayBeForgotten();
    }

    private RunReport run(Set<String> approvals) {
        RunReport report = machine.run(new RunRequest(false, approvals));
        held = report == null ? Set.of()
                : report.holds().stream().map(OpenHold::id).collect(Collectors.toSet());
        return report;
    }

    /**
     * INV-6: after the last fault and the settle time, two runs reach what is desired once a human lets through what
     * waits, and the next writes nothing. Of several copies that an owner edited and put before the original a run
     * tells one from it: it has one more.
     */
    private void quiet() {
        world.calm = true;
        world.note("quiet");
        world.settle();
        world.advance(CALM.toMillis());
        held = Set.of();
        RunReport report = run(held);
        for (int run = 1; !isStill(report);) {
            BrokenInvariant.unless(run < QUIET_RUNS, "INV-6", "there is still something to write");
            world.advance(isResting(report) ? LONGEST_REST.toMillis() : isWaiting(report) ? CALM.toMillis() : 60_000);
            List<Item> ours = ours().toList();
            boolean counts = held.isEmpty();
            report = run(held);
            run += counts && ours.stream().allMatch(item -> item.now().isOurs() || !item.isLive()) ? 1 : 0;
        }
        world.mailboxes.forEach(this::checkTarget);
        world.mailboxes.forEach(VirtualMailbox::checkTwins);
    }

    private Stream<Item> ours() {
        return world.mailboxes.stream().flatMap(mailbox -> mailbox.live().stream())
                .filter(item -> item.now().isOurs());
    }

    /** Whether a run wrote nothing, and nothing waits for a human or for time to pass. */
    private static boolean isStill(RunReport report) {
        Tally tally = report == null ? Tally.NONE : report.totals().tally();
        return !isWaiting(report) && report.holds().isEmpty()
                && tally.created() + tally.updated() + tally.deleted() + tally.unknown() == 0;
    }

    /** Whether a mailbox that has failed again and again is left alone. */
    private static boolean isResting(RunReport report) {
        return report != null
                && report.mailboxes().stream().anyMatch(mailbox -> mailbox.reason().contains("rests until"));
    }

    /** Whether creates wait for earlier ones to settle, or the run could not do what it was to do. */
    private static boolean isWaiting(RunReport report) {
        return report == null || report.problems().stream().anyMatch(problem -> !problem.contains("was refused"))
                || report.mailboxes().stream().anyMatch(mailbox -> mailbox.reason().contains("until"));
    }

    private void checkTarget(VirtualMailbox mailbox) {
        sources.rendered().forEach(wanted -> {
            List<Item.Version> there = mailbox.live().stream().map(Item::now)
                    .filter(item -> item.isNamed(wanted.key().source(), wanted.key().id())).toList();
            boolean own = wanted.key().id().equals(mailbox.id);
            boolean respected = machine.drift.deletedTimes() > 0 && mailbox.isUnwanted(wanted.key());
            boolean notOurs = own || respected || wanted.key().id().equals(world.refused)
                    || there.stream().anyMatch(item -> !item.isOurs());
            long managed = there.stream().filter(Item.Version::isOurs)
                    .filter(item -> wanted.hash().equals(item.hash())).count();
            BrokenInvariant.unless(managed >= 1 || notOurs && managed == 0, "INV-6",
                    wanted.key().text() + " is in " + mailbox.id + " " + managed + " times as desired");
        });
        mailbox.live().stream().map(Item::now).filter(item -> item.isOurs() && !item.isUntouchable())
                .forEach(item -> BrokenInvariant.unless(sources.names(item.key().key()), "INV-6",
                        item.key().text() + " is still in " + mailbox.id));
    }

    /** What happened, one line an event, for whoever looks for the cause. */
    String story() {
        return world.weather + (world.moves ? ", windows move" : "") + "\n" + String.join("\n", world.history());
    }
}

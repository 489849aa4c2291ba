package io.contactsync.simulation;

import io.contactsync.core.Acquaintance;
import io.contactsync.core.Action;
import io.contactsync.core.BatchAnswer;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Desired;
import io.contactsync.core.Dispatch;
import io.contactsync.core.DispatchRules;
import io.contactsync.core.DriftRules;
import io.contactsync.core.Event;
import io.contactsync.core.Freshness;
import io.contactsync.core.Hold;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.KnownMailbox;
import io.contactsync.core.Limits;
import io.contactsync.core.Look;
import io.contactsync.core.MailboxGuard;
import io.contactsync.core.Outcome;
import io.contactsync.core.Ownership;
import io.contactsync.core.Plan;
import io.contactsync.core.Planner;
import io.contactsync.core.Policy;
import io.contactsync.core.Sight;
import io.contactsync.core.SourceState;
import io.contactsync.core.Step;
import io.contactsync.journal.TimeScale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One run after the other over the virtual mailbox: the planner, the guard and the dispatch that ship, with a journal
 * that a crash can cut.
 */
final class Engine {

    static final long SETTLE_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final Limits LIMITS = new Limits(10, 3, 30, 2, 40);

    private final World world;
    private final Dice dice;
    private final Server server;
    private final EngineVariant variant;
    private final SimulatedJournal journal = new SimulatedJournal();
    private final Invariants invariants;
    private final MachineClock clock;
    private Set<String> listedOurs = Set.of();
    private Set<ContactKey> madeBefore = Set.of();
    private boolean strangers;
    private Policy policy;
    private SourceState source;
    private boolean stopping;
    private long knowsFrom;
    private boolean categoryThere;

    Engine(World world, Server server, EngineVariant variant) {
        this.world = world;
        this.dice = world.dice;
        this.server = server;
        this.variant = variant;
        this.invariants = new Invariants(world, journal);
        this.clock = new MachineClock(world, variant);
    }

    /** One run; returns how many changes it sent. A crash ends it early. */
    int run(Desired desired, SourceState state, Set<String> own) {
        server.forgetWindow();
        source = state;
        stopping = false;
        betweenRuns();
        int before = journal.lines().size();
        try {
            int sent = write(plan(desired, own));
            journal.force();
            Invariants.ends(journal.lines().subList(before, journal.lines().size()));
            return sent;
        } catch (Crash crash) {
            world.note("crash");
            journal.crash(dice);
            return -1;
        }
    }

    /** Somebody sets the machine's clock, or loses its disk; Graph's clock and Graph's mailboxes stay. */
    private void betweenRuns() {
        clock.perhapsJumps(journal);
        if (!world.calm && dice.chance(world.weather.folderLosses())) {
            world.note("data folder lost");
            journal.lose();
            knowsFrom = world.now() + SETTLE_MILLIS;
        }
        clock.begin(journal);
    }

    private Set<ContactKey> made() {
        return journal.made(clock.scale(), Duration.ofMillis(SETTLE_MILLIS));
    }

    private Set<ContactKey> recent() {
        TimeScale now = clock.scale();
        Duration settle = Duration.ofMillis(variant == EngineVariant.NO_SETTLE ? Integer.MIN_VALUE : SETTLE_MILLIS);
        return variant == EngineVariant.FILE_TIMES
                ? journal.recentOfFilesChangedSince(clock.now() - SETTLE_MILLIS, now, settle)
                : journal.recent(now, settle);
    }

    /**
     * A mailbox with our category, and a folder too young to know what was sent there before it: nothing is created.
     */
    private Plan careful(Plan plan) {
        boolean young = world.now() <= knowsFrom && variant != EngineVariant.YOUNG_FOLDER_TRUSTED;
        boolean first = plan.count(Action.CREATE) > 0 && !categoryThere;
        categoryThere |= first;
        return young && !first ? plan.withoutCreates() : plan;
    }

    private Plan plan(Desired desired, Set<String> own) {
        Set<ContactKey> recent = recent();
        madeBefore = made();
        List<CurrentContact> list = variant.seen(server.list());
        strangers = Neighbours.show(list, world.now(), madeBefore);
        listedOurs = list.stream().filter(contact -> contact.ownership(World.INSTANCE) == Ownership.OURS)
                .map(CurrentContact::id).collect(Collectors.toSet());
        world.advance(dice.between(10, 5_000));
        Map<String, SourceState> states =
                Map.of(World.SOURCE, variant == EngineVariant.DELETES_WHILE_INCOMPLETE ? SourceState.COMPLETE : source);
        policy = new Policy(World.INSTANCE, states, Set.of());
        Set<ContactKey> ownKeys = own.stream().map(id -> new ContactKey(World.SOURCE, id)).collect(Collectors.toSet());
        Plan plan = Planner.plan(desired, ownKeys, list.stream().map(variant::proved).iterator(), policy,
                recent::contains, freshness(), Acquaintance.of(KnownMailbox.NOTHING, DriftRules.STANDARD, instant()),
                DriftRules.STANDARD);
        List<Hold> holds = MailboxGuard.over("mailbox", plan, policy, LIMITS);
        journal.plan(clock.own(), plan.kept().of(Reason.CONFIRMED) == recent.size());
        world.note("plan "
                + plan.changes().stream().map(change -> change.action().word() + " " + change.key().id()).toList()
                + plan.kept());
        return careful(world.calm ? plan : plan.without(holds));
    }

    private Freshness freshness() {
        boolean blind = variant == EngineVariant.IGNORES_STRANGERS;
        return new Freshness(instant(), Duration.ofMillis(SETTLE_MILLIS), key -> blind || madeBefore.contains(key));
    }

    private Step look(Step step) {
        List<Sight> sights = new ArrayList<>(server.look(step.look()));
        invariants.looked(world.now());
        for (int place = 0; place < sights.size(); place++) {
            Look.Question question = step.look().questions().get(place);
            sights.set(place, variant.believed(step, question, sights.get(place)));
        }
        world.advance(dice.between(50, 4_000));
        Step next = stoppable(step).on(new Event.Looked(sights, dice.fraction()), instant());
        journal.outcomes(clock.own(), next.outcomes());
        world.note("looked " + next.outcomes().stream().map(Outcome::reason).toList());
        perhapsCrash();
        return next;
    }

    private Step listAgain(Step step) {
        List<CurrentContact> list = variant.seen(server.list());
        strangers |= Neighbours.show(list, world.now(), made());
        int seen = freshness().strangers(list.iterator(), policy, step.state().first()::isOurs);
        world.advance(dice.between(50, 4_000));
        Step next = stoppable(step).on(new Event.Listed(seen), instant());
        journal.outcomes(clock.own(), next.outcomes());
        world.note("listed again, strangers: " + seen);
        perhapsCrash();
        return next;
    }

    private Dispatch stoppable(Step step) {
        return stops() ? step.state().on(new Event.Stop(), instant()).state() : step.state();
    }

    private int write(Plan plan) {
        int sent = 0;
        Invariants.guard(plan, LIMITS, source, world.calm);
        DispatchRules rules = DispatchRules.within(Duration.ofSeconds(dice.of(List.of(60, 600, 1_800))), false);
        Step step = Dispatch.begin("mailbox", plan, rules, instant());
        while (step.isRunning()) {
            if (step.isSending()) {
                sent += step.send().changes().size();
                step = send(step);
            } else if (step.isLooking()) {
                step = look(step);
            } else if (step.isListing()) {
                step = listAgain(step);
            } else {
                world.advanceTo(step.waitUntil().toEpochMilli());
                perhapsCrash();
                step = step.state().on(stops() ? new Event.Stop() : new Event.Due(), instant());
                journal.outcomes(clock.own(), step.outcomes());
            }
        }
        return sent;
    }

    private Step send(Step step) {
        journal.intents(clock.own(), step.send().changes());
        if (variant != EngineVariant.INTENTS_NOT_DURABLE) {
            journal.force();
        }
        clock.perhapsJumps(journal);
        perhapsCrash();
        invariants.batch(step.send(), listedOurs, strangers);
        Server.Delivery delivery = server.take(step.send());
        if (dice.chance(crashes())) {
            world.advanceTo(dice.chance(0.5) ? delivery.at() : world.now());
            server.landed();
            throw new Crash();
        }
        world.advanceTo(delivery.at());
        server.landed();
        BatchAnswer answer = variant.heard(step.send(), delivery.answer());
        Step next = stoppable(step).on(new Event.Came(answer, dice.fraction()), instant());
        journal.outcomes(clock.own(), next.outcomes());
        world.note("heard " + delivery.answer() + " -> " + next.outcomes().stream().map(Outcome::kind).toList());
        perhapsCrash();
        return next;
    }

    private void perhapsCrash() {
        if (dice.chance(crashes())) {
            throw new Crash();
        }
    }

    private double crashes() {
        return world.calm ? 0 : world.weather.crashes();
    }

    private boolean stops() {
        stopping = stopping || !world.calm && dice.chance(world.weather.crashes() / 4);
        return stopping;
    }

    private Instant instant() {
        return Instant.ofEpochMilli(world.now());
    }
}

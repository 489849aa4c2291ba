package io.contactsync.simulation;

import io.contactsync.core.Action;
import io.contactsync.core.Answer;
import io.contactsync.core.Batch;
import io.contactsync.core.BatchAnswer;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Desired;
import io.contactsync.core.Dispatch;
import io.contactsync.core.DispatchRules;
import io.contactsync.core.Event;
import io.contactsync.core.Freshness;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Hold;
import io.contactsync.core.Kept.Reason;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One run after the other over the virtual mailbox: the planner, the guard and the dispatch that ship, with a journal
 * that a crash can cut.
 */
final class Engine {

    static final long SETTLE_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final long LOOK_MILLIS = 5_000;
    private static final Limits LIMITS = new Limits(10, 3, 30, 2, 40);

    /** The process is gone; what it had not written is lost. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super(null, null, false, false);
        }
    }

    private final World world;
    private final Dice dice;
    private final Server server;
    private final EngineVariant variant;
    private final SimulatedJournal journal = new SimulatedJournal();
    private Set<String> listedOurs = Set.of();
    private Set<ContactKey> madeBefore = Set.of();
    private boolean strangers;
    private long lookedAt;
    private Policy policy;
    private SourceState source;
    private boolean stopping;
    /**
     * What the machine's clock shows more than Graph's, and what it showed more when this run began: that much more the
     * run's own clock shows.
     */
    private long skew;
    private long skewAtBegin;
    private long knowsFrom;
    private boolean categoryThere;

    Engine(World world, Server server, EngineVariant variant) {
        this.world = world;
        this.dice = world.dice;
        this.server = server;
        this.variant = variant;
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
            checkEnds(before);
            return sent;
        } catch (Crash crash) {
            world.note("crash");
            journal.crash(dice);
            return -1;
        }
    }

    /** Somebody sets the machine's clock, or loses its disk; Graph's clock and Graph's mailboxes stay. */
    private void betweenRuns() {
        perhapsJump();
        if (!world.calm && dice.chance(world.weather.folderLosses())) {
            world.note("data folder lost");
            journal.lose();
            knowsFrom = world.now() + SETTLE_MILLIS;
        }
        skewAtBegin = skew;
        journal.begin(variant == EngineVariant.WALL_CLOCK_AGES ? null : Duration.ofMillis(-skewAtBegin));
    }

    private void perhapsJump() {
        if (!world.calm && dice.chance(world.weather.clockJumps())) {
            skew = dice.of(List.of(-172_800_000L, -3_600_000L, 0L, 3_600_000L, 172_800_000L));
            world.note("the machine's clock shows " + skew / 1000 + " s more than Graph's");
            journal.skew(skew);
        }
    }

    /** What this run dates its lines by. */
    private long own() {
        return world.now() + (variant == EngineVariant.WALL_CLOCK_AGES ? skew : skewAtBegin);
    }

    private TimeScale scale() {
        return new TimeScale(Instant.ofEpochMilli(own()), variant == EngineVariant.WALL_CLOCK_AGES ? null : instant());
    }

    private Set<ContactKey> made() {
        return journal.made(scale(), Duration.ofMillis(SETTLE_MILLIS));
    }

    private Set<ContactKey> recent() {
        TimeScale now = scale();
        Duration settle = Duration.ofMillis(variant == EngineVariant.NO_SETTLE ? Integer.MIN_VALUE : SETTLE_MILLIS);
        return variant == EngineVariant.FILE_TIMES
                ? journal.recentOfFilesChangedSince(world.now() + skew - SETTLE_MILLIS, now, settle)
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
        List<CurrentContact> list = list();
        strangers = Neighbours.show(list, world.now(), madeBefore);
        listedOurs = list.stream().filter(contact -> contact.ownership(World.INSTANCE) == Ownership.OURS)
                .map(CurrentContact::id).collect(Collectors.toSet());
        world.advance(dice.between(10, 5_000));
        Map<String, SourceState> states =
                Map.of(World.SOURCE, variant == EngineVariant.DELETES_WHILE_INCOMPLETE ? SourceState.COMPLETE : source);
        policy = new Policy(World.INSTANCE, states, Set.of());
        Set<ContactKey> ownKeys = own.stream().map(id -> new ContactKey(World.SOURCE, id)).collect(Collectors.toSet());
        Plan plan = Planner.plan(desired, ownKeys, list.stream().map(this::proved).iterator(), policy, recent::contains,
                freshness());
        Optional<Hold> hold = MailboxGuard.over("mailbox", plan, policy, LIMITS);
        journal.plan(own(), plan.kept().of(Reason.CONFIRMED) == recent.size());
        world.note("plan "
                + plan.changes().stream().map(change -> change.action().word() + " " + change.key().id()).toList()
                + plan.kept());
        return careful(hold.isPresent() && !world.calm ? plan.withoutDeletes() : plan);
    }

    private List<CurrentContact> list() {
        List<CurrentContact> list = server.list();
        return variant == EngineVariant.IGNORES_FOLDERS ? list.stream().filter(CurrentContact::inDefault).toList()
                : list;
    }

    private Freshness freshness() {
        boolean blind = variant == EngineVariant.IGNORES_STRANGERS;
        return new Freshness(instant(), Duration.ofMillis(SETTLE_MILLIS), key -> blind || madeBefore.contains(key));
    }

    private Step look(Step step) {
        List<Sight> sights = new ArrayList<>(server.look(step.look()));
        lookedAt = world.now();
        for (int place = 0; place < sights.size(); place++) {
            sights.set(place, believed(step, step.look().questions().get(place), sights.get(place)));
        }
        world.advance(dice.between(50, 4_000));
        Step next = stoppable(step).on(new Event.Looked(sights, dice.fraction()), instant());
        journal.outcomes(own(), next.outcomes());
        world.note("looked " + next.outcomes().stream().map(Outcome::reason).toList());
        perhapsCrash();
        return next;
    }

    /** What the engines that are wrong on purpose make of what they see. */
    private Sight believed(Step step, Look.Question question, Sight sight) {
        if (variant == EngineVariant.NO_SECOND_LOOK && question.what() == Look.What.MARKS) {
            ContactKey key = step.state().flying().stream().map(Dispatch.Pending::change)
                    .filter(change -> question.contactId().equals(change.contactId())).findFirst().orElseThrow().key();
            boolean told = sight.answer().retryAfter() != null;
            return told ? sight : new Sight(new Answer(200, "", null, null), Ownership.OURS, key, null, null);
        }
        return variant == EngineVariant.SWEEPS_EDITED_COPIES && question.what() == Look.What.WHOLE
                && sight.content() != null
                ? new Sight(sight.answer(), sight.ownership(), sight.key(), sight.changeKey(), "equal") : sight;
    }

    private Step listAgain(Step step) {
        List<CurrentContact> list = list();
        strangers |= Neighbours.show(list, world.now(), made());
        int seen = freshness().strangers(list.iterator(), policy, step.state().first()::isOurs);
        world.advance(dice.between(50, 4_000));
        Step next = stoppable(step).on(new Event.Listed(seen), instant());
        journal.outcomes(own(), next.outcomes());
        world.note("listed again, strangers: " + seen);
        perhapsCrash();
        return next;
    }

    private Dispatch stoppable(Step step) {
        return stops() ? step.state().on(new Event.Stop(), instant()).state() : step.state();
    }

    private CurrentContact proved(CurrentContact contact) {
        boolean claim = variant == EngineVariant.CATEGORY_IS_PROOF && contact.category() && contact.key() == null;
        return claim
                ? new CurrentContact(contact.id(), "", true,
                        new HiddenKey(World.INSTANCE, new ContactKey(World.SOURCE, "p0")), "")
                : contact;
    }

    private int write(Plan plan) {
        int sent = 0;
        checkGuard(plan);
        DispatchRules rules = DispatchRules.within(Duration.ofSeconds(dice.of(List.of(60, 600, 1_800))));
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
                journal.outcomes(own(), step.outcomes());
            }
        }
        return sent;
    }

    private Step send(Step step) {
        journal.intents(own(), step.send().changes());
        if (variant != EngineVariant.INTENTS_NOT_DURABLE) {
            journal.force();
        }
        perhapsJump();
        perhapsCrash();
        checkBatch(step.send());
        Server.Delivery delivery = server.take(step.send());
        if (dice.chance(crashes())) {
            world.advanceTo(dice.chance(0.5) ? delivery.at() : world.now());
            server.landed();
            throw new Crash();
        }
        world.advanceTo(delivery.at());
        server.landed();
        Step next =
                stoppable(step).on(new Event.Came(heard(step.send(), delivery.answer()), dice.fraction()), instant());
        journal.outcomes(own(), next.outcomes());
        world.note("heard " + delivery.answer() + " -> " + next.outcomes().stream().map(Outcome::kind).toList());
        perhapsCrash();
        return next;
    }

    /** What the engines that are wrong on purpose make of an answer. */
    private BatchAnswer heard(Batch batch, BatchAnswer answer) {
        if (variant == EngineVariant.BLIND_RETRY) {
            return answer instanceof BatchAnswer.Answered answered ? blind(batch, answered)
                    : answer instanceof BatchAnswer.Unclear unclear
                            ? new BatchAnswer.Refused(429, "", unclear.retryAfter())
                            : answer;
        }
        if (variant == EngineVariant.DEAF_TO_RETRY_AFTER && answer instanceof BatchAnswer.Refused refused) {
            return new BatchAnswer.Refused(refused.status(), refused.code(), null);
        }
        return answer;
    }

    private static BatchAnswer blind(Batch batch, BatchAnswer.Answered answered) {
        Map<Integer, Answer> answers = new HashMap<>(answered.answers());
        for (int place = 0; place < batch.changes().size(); place++) {
            Answer answer = answers.getOrDefault(place, Answer.NONE);
            if (answer.status() == 0 || answer.status() >= 500) {
                answers.put(place, new Answer(429, "", answer.retryAfter(), null));
            }
        }
        return new BatchAnswer.Answered(answers);
    }

    /** INV-3: deletions stay within the guard, and there are none for a source that was not read completely. */
    private void checkGuard(Plan plan) {
        int deletes = plan.count(Action.DELETE);
        BrokenInvariant.unless(deletes == 0 || source == SourceState.COMPLETE, "INV-3",
                deletes + " deletions while the source is " + source);
        boolean over = deletes > LIMITS.deletesMin() && 100 * deletes > LIMITS.deletesPercent() * plan.managed();
        BrokenInvariant.unless(!over || world.calm, "INV-3", deletes + " deletions of " + plan.managed());
    }

    /** INV-1 and INV-4 for every change on the wire. */
    private void checkBatch(Batch batch) {
        for (Change change : batch.changes()) {
            BrokenInvariant.unless(change.contactId() == null || listedOurs.contains(change.contactId()), "INV-1",
                    change + " was not listed with both marks");
            BrokenInvariant.unless(journal.isDurable(change), "INV-4", change + " has no intent on the disk");
            checkFreshness(change);
        }
    }

    /** What the list alone cannot know. A look is as old as its answer's way. */
    private void checkFreshness(Change change) {
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
    private void checkEnds(int from) {
        Set<List<Object>> open = new HashSet<>();
        for (SimulatedJournal.Line line : journal.lines().subList(from, journal.lines().size())) {
            List<Object> change = java.util.Arrays.asList(line.action(), line.key());
            if (line.event().equals("intent")) {
                open.add(change);
            } else if (!line.event().equals("plan") && !line.outcome().equals(Outcome.Kind.RETRY_LATER.word())) {
                open.remove(change);
            }
        }
        BrokenInvariant.unless(open.isEmpty(), "INV-4", "intents without an outcome: " + open);
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

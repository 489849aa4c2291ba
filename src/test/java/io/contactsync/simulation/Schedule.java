package io.contactsync.simulation;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Desired;
import io.contactsync.core.DesiredContact;
import io.contactsync.core.SourceState;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One seed from its first run to the quiet at its end. */
final class Schedule {

    private final World world;
    private final Dice dice;
    private final Server server;
    private final Owner owner;
    private final Engine engine;
    private final Stranger stranger;
    private final Map<String, Integer> people = new TreeMap<>();

    Schedule(long seed, EngineVariant variant) {
        this.dice = new Dice(seed);
        this.world = new World(dice, Weather.of(dice));
        this.server = new Server(world, key -> "h" + people.getOrDefault(key.id(), 0));
        this.owner = new Owner(world);
        this.engine = new Engine(world, server, variant);
        this.stranger = new Stranger(world, people);
    }

    /**
     * Plays it.
     *
     * @throws BrokenInvariant as soon as one is
     */
    void play() {
        Owner.names(world.weather.keys()).forEach(name -> people.put(name, 0));
        owner.moveIn();
        if (dice.chance(0.2)) {
            server.poison(new ContactKey(World.SOURCE, dice.of(List.copyOf(people.keySet()))));
        }
        for (int run = 0; run < world.weather.runs(); run++) {
            long gap = dice.chance(0.25) ? 5_000 : dice.between(5_000, 3_600_000);
            owner.busyFor(gap + 60_000);
            stranger.mayRunWithin(120_000);
            runOnce();
            world.advance(gap);
            peopleComeAndGo();
        }
        quiet();
    }

    private void runOnce() {
        SourceState state = dice.of(List.of(SourceState.COMPLETE, SourceState.COMPLETE, SourceState.COMPLETE,
                SourceState.INCOMPLETE, SourceState.HELD));
        List<String> read = new ArrayList<>(people.keySet());
        if (state == SourceState.INCOMPLETE) {
            read.removeIf(name -> dice.chance(0.5));
        }
        engine.run(desired(read), state, Set.of());
    }

    private Desired desired(List<String> names) {
        return new Desired(names.stream()
                .map(name -> new DesiredContact(new ContactKey(World.SOURCE, name), "h" + people.get(name))).toList());
    }

    private void peopleComeAndGo() {
        for (String name : Owner.names(world.weather.keys() + 2)) {
            if (dice.chance(0.08)) {
                people.remove(name);
            } else if (dice.chance(0.08)) {
                people.merge(name, 1, Integer::sum);
            }
        }
    }

    /** INV-6: after the last fault and the settle time two runs reach what is desired, and the third writes nothing. */
    private void quiet() {
        world.calm = true;
        world.note("quiet");
        world.settle();
        world.advance(Engine.SETTLE_MILLIS + Duration.ofMinutes(2).toMillis());
        Desired all = desired(List.copyOf(people.keySet()));
        engine.run(all, SourceState.COMPLETE, Set.of());
        world.advance(60_000);
        engine.run(all, SourceState.COMPLETE, Set.of());
        checkTarget();
        world.advance(60_000);
        int sent = engine.run(all, SourceState.COMPLETE, Set.of());
        BrokenInvariant.unless(sent == 0, "INV-6", "the third quiet run sent " + sent + " changes");
        world.checkTwins();
    }

    private void checkTarget() {
        for (String name : people.keySet()) {
            List<Item> ours = world.items.stream()
                    .filter(item -> !item.isUntouchable() && item.isLive() && item.key.key().id().equals(name))
                    .toList();
            boolean notOurs = ours.stream().anyMatch(Item::isReleased)
                    || world.items.stream().anyMatch(item -> item.isElsewhere(name));
            long managed = ours.stream().filter(Item::isOurs)
                    .filter(item -> item.now().hash().equals("h" + people.get(name))).count();
            BrokenInvariant.unless(managed >= 1 || notOurs && managed == 0, "INV-6",
                    name + " is there " + managed + " times as desired");
        }
        world.items.stream().filter(item -> !item.isUntouchable() && item.isOurs())
                .forEach(item -> BrokenInvariant.unless(
                people.containsKey(item.key.key().id()), "INV-6", item.key.text() + " is still there"));
    }

    /** What happened, one line an event, for whoever looks for the cause. */
    String story() {
        return world.weather + "\n" + String.join("\n", world.history);
    }
}

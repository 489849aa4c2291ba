package io.contactsync.simulation;

import io.contactsync.core.ContactKey;
import io.contactsync.core.HiddenKey;

import java.util.Map;

/**
 * Another installation that creates the same people now and then, with our name or with one of its own, and knows
 * nothing of our journal.
 */
final class Stranger {

    private final World world;
    private final Dice dice;
    private final Map<String, Integer> people;
    private final String instance;

    Stranger(World world, Map<String, Integer> people) {
        this.world = world;
        this.dice = world.dice;
        this.people = people;
        this.instance = dice.chance(0.7) ? World.INSTANCE : "branch";
    }

    /** Runs once within that time. */
    void mayRunWithin(int millis) {
        if (world.weather.strangers() && dice.chance(0.5)) {
            world.at(world.now() + dice.between(0, millis), this::run);
        }
    }

    private void run() {
        if (world.calm) {
            return;
        }
        world.twinsMayBe();
        world.note("stranger " + instance);
        people.forEach((name, version) -> {
            ContactKey key = new ContactKey(World.SOURCE, name);
            boolean there = world.live().stream()
                    .anyMatch(item -> item.key != null && item.key.key().equals(key) && item.isListed(world.now()));
            if (!there && dice.chance(0.7)) {
                world.add(new HiddenKey(instance, key), true, "h" + version, "ours");
            }
        });
    }
}

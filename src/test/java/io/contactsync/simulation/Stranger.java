package io.contactsync.simulation;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.HiddenKey;

import java.util.Map;
import java.util.Set;

/**
 * Another installation that creates the same people now and then, with our name or with one of its own, and knows
 * nothing of our journal.
 */
final class Stranger {

    private final World world;
    private final Dice dice;
    private final Sources sources;
    private final String instance;

    Stranger(World world, Sources sources) {
        this.world = world;
        this.dice = world.dice;
        this.sources = sources;
        this.instance = dice.chance(0.7) ? World.INSTANCE : "branch";
    }

    /** Runs once within that time. */
    void mayRunWithin(int millis) {
        if (world.weather.strangers() && dice.chance(0.5)) {
            world.at(world.now() + dice.between(0, millis), this::run);
        }
    }

    private void run() {
        if (!world.calm) {
            world.note("stranger " + instance);
            world.mailboxes.forEach(this::write);
        }
    }

    private void write(VirtualMailbox mailbox) {
        mailbox.twinsMayBe();
        for (RenderedContact contact : sources.rendered()) {
            boolean there = mailbox.live().stream().anyMatch(item -> item.now().key() != null
                    && item.now().key().key().equals(contact.key()) && item.isListed(world.now()));
            if (!there && dice.chance(0.7)) {
                mailbox.add(new Item.Version(world.now(), Set.of(World.CATEGORY), Map.of("displayName", "\"theirs\""),
                        new HiddenKey(instance, contact.key()), contact.hash()));
            }
        }
    }
}

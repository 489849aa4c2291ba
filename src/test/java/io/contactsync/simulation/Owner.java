package io.contactsync.simulation;

import io.contactsync.core.ContactKey;
import io.contactsync.core.HiddenKey;

import java.util.List;

/** The person whose mailbox it is: edits, files, copies and deletes as people do. */
final class Owner {

    private final World world;
    private final Dice dice;

    Owner(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    /** Contacts that were there before us. */
    void moveIn() {
        world.add(null, false, null, "aunt Emma");
        world.add(null, true, null, "filed under our category");
        world.add(new HiddenKey("other", new ContactKey(World.SOURCE, "p0")), true, "h0", "of another installation");
        world.add(new HiddenKey(World.INSTANCE, new ContactKey("former", "p0")), true, "h0",
                "of a source that nobody named");
        world.check();
    }

    /** Does something now and then from now on, for that long. */
    void busyFor(long millis) {
        for (long at = 0; at < millis && world.weather.userActs() > 0; at += dice.between(1_000, 600_000)) {
            if (dice.chance(world.weather.userActs())) {
                world.at(world.now() + at, this::act);
            }
        }
    }

    private void act() {
        if (world.calm || world.live().isEmpty()) {
            return;
        }
        Item item = dice.of(world.live());
        Item.Version now = item.now();
        int choice = dice.between(0, 11);
        world.note("owner " + choice + " " + item.id);
        switch (choice) {
        case 0, 1, 2 ->
            world.byOwner(item, new Item.Version(world.now(), now.category(), now.hash(), now.content() + "*"));
            case 3, 4 -> file(item, now, false);
            case 5 -> file(item, now, true);
            case 6, 7 -> world.deletedByOwner(item);
            case 8 -> copy(item);
            case 10, 11 -> world.movedByOwner(item);
            default -> world.add(null, dice.chance(0.3), null, "new friend");
        }
    }

    private void file(Item item, Item.Version now, boolean category) {
        boolean wouldTwin = category && world.items.stream()
                .anyMatch(other -> other != item && other.isOurs() && item.key != null && other.key.equals(item.key));
        if (!wouldTwin) {
            world.byOwner(item, new Item.Version(world.now(), category, now.hash(), now.content()));
        }
    }

    private void copy(Item item) {
        if (world.weather.copies()) {
            world.twinsMayBe();
            world.add(item.key, item.now().category(), item.now().hash(),
                    item.now().content() + (dice.chance(0.5) ? " (copy)" : ""));
        }
    }

    static List<String> names(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(number -> "p" + number).toList();
    }
}

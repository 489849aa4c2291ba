package io.contactsync.simulation;

import io.contactsync.core.ContactKey;
import io.contactsync.core.HiddenKey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The person whose mailbox it is, and their phone: edits, files, copies, moves and deletes as people do. */
final class Owner {

    private static final String NOTES = "personalNotes";

    private final World world;
    private final Dice dice;
    private final VirtualMailbox mailbox;

    Owner(World world, VirtualMailbox mailbox) {
        this.world = world;
        this.dice = world.dice;
        this.mailbox = mailbox;
    }

    /** Contacts that were there before us. */
    void moveIn() {
        mailbox.addOld(named(Set.of(), "aunt Emma", null));
        mailbox.addOld(named(Set.of(), "Person p1", null));
        mailbox.addOld(named(Set.of(World.CATEGORY), "filed under our category", null));
        mailbox.addOld(named(Set.of(World.CATEGORY), "of another installation",
                new HiddenKey("other", new ContactKey(World.COLLEAGUES, "p0"))));
        if (dice.chance(0.5)) {
            mailbox.addOld(named(Set.of(World.CATEGORY), "of a source that nobody named",
                    new HiddenKey(World.INSTANCE, new ContactKey("former", "p0"))));
        }
    }

    private Item.Version named(Set<String> categories, String name, HiddenKey key) {
        return new Item.Version(world.now(), categories, Map.of("displayName", '"' + name + '"'), key,
                key == null ? null : "h0");
    }

    /** Does something now and then from now on, for that long. */
    void busyFor(long millis) {
        for (long at = 0; at < millis && world.weather.userActs() > 0; at += dice.between(1_000, 600_000)) {
            if (dice.chance(world.weather.userActs())) {
                world.at(world.now() + at, this::act);
            }
        }
    }

    /** Looks through the contacts while a run is at them. */
    void mayBrowse() {
        for (int acts = dice.chance(world.weather.userActs()) ? 5 : 0; acts > 0; acts--) {
            world.at(world.now() + dice.between(0, 60_000), this::act);
        }
    }

    /** Deletes a contact of ours. */
    void mayTidyUp() {
        List<Item> ours = mailbox.live().stream().filter(Item::isOurs).toList();
        if (!ours.isEmpty() && dice.chance(0.5)) {
            Item item = dice.of(ours);
            world.note("owner of " + mailbox.id + " deletes " + item.id);
            mailbox.deletedByOwner(item);
        }
    }

    private void act() {
        if (world.calm || mailbox.live().isEmpty()) {
            return;
        }
        Item item = dice.of(mailbox.live());
        int choice = dice.between(0, 14);
        world.note("owner of " + mailbox.id + " " + choice + " " + item.id);
        switch (choice) {
            case 0, 1, 2 -> edit(item, NOTES);
            case 3 -> edit(item, "mobilePhone");
            case 4 -> edit(item, "displayName");
            case 5, 6 -> file(item, false);
            case 7 -> file(item, true);
            case 8, 9 -> mailbox.deletedByOwner(item);
            case 10 -> copy(item);
            case 11, 12 -> mailbox.movedByOwner(item);
            case 13 -> loseKey(item);
            default -> mailbox.add(
                    named(dice.chance(0.3) ? Set.of(World.CATEGORY) : Set.of(), "new friend", null));
        }
    }

    private void edit(Item item, String field) {
        Map<String, String> fields = new HashMap<>(item.now().fields());
        fields.merge(field, "\"*\"", (before, more) -> before.substring(0, before.length() - 1) + "*\"");
        become(item, item.now().categories(), fields, item.now().key());
    }

    private void become(Item item, Set<String> categories, Map<String, String> fields, HiddenKey key) {
        mailbox.byOwner(item, new Item.Version(world.now(), categories, fields, key,
                key == null ? null : item.now().hash()));
    }

    private void file(Item item, boolean category) {
        HiddenKey key = item.now().key();
        boolean wouldTwin = category && mailbox.items().stream()
                .anyMatch(other -> other != item && other.isOurs() && key != null && key.equals(other.now().key()));
        if (!wouldTwin) {
            Set<String> categories = new HashSet<>(item.now().categories());
            if (category) {
                categories.add(World.CATEGORY);
            } else {
                categories.remove(World.CATEGORY);
                categories.add("Friends");
            }
            become(item, categories, item.now().fields(), key);
        }
    }

    /** A round trip over a phone or an export keeps what people see. */
    private void loseKey(Item item) {
        become(item, item.now().categories(), item.now().fields(), null);
    }

    /** Puts a copy into a folder, and perhaps makes something of it. */
    void mayFileACopy(Dice few) {
        List<Item> ours = mailbox.live().stream().filter(item -> item.isOurs() && item.inDefault).toList();
        if (world.weather.copies() && !ours.isEmpty() && few.chance(0.5)) {
            mailbox.twinsMayBe();
            Item.Version now = few.of(ours).now();
            Item copy = mailbox.file(
                    new Item.Version(world.now(), now.categories(), now.fields(), now.key(), now.hash()));
            if (few.chance(0.5)) {
                edit(copy, NOTES);
                mailbox.edited(copy);
            }
        }
    }

    private void copy(Item item) {
        if (world.weather.copies()) {
            mailbox.twinsMayBe();
            Item.Version now = item.now();
            Item copy = mailbox.add(
                    new Item.Version(world.now(), now.categories(), now.fields(), now.key(), now.hash()));
            if (dice.chance(0.5)) {
                edit(copy, dice.of(List.of(NOTES, "displayName", "mobilePhone")));
                if (copy.isOurs()) {
                    mailbox.edited(copy);
                }
            }
        }
    }
}

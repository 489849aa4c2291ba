package io.contactsync.simulation;

import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What one mailbox truly holds, and what must hold of it after every change. */
final class VirtualMailbox {

    /** The default folder first, then the older. */
    private static final Comparator<Item> COUNTS = Comparator.comparing((Item item) -> !item.inDefault)
            .thenComparing(item -> item.created / 1_000).thenComparing(item -> item.id);

    private static final long YEAR_MILLIS = 31_536_000_000L;

    final String id;
    /** Whether our category is in its list of categories. */
    boolean hasCategory;
    private final World world;
    private final List<Item> items = new ArrayList<>();
    private final Map<Item, Item.Version> untouchable = new HashMap<>();
    private final Set<ContactKey> unwanted = new HashSet<>();
    private final Map<Item, HiddenKey> edited = new HashMap<>();
    private final Map<Item, Item.Version> theirs = new HashMap<>();
    private boolean copied;

    VirtualMailbox(World world, String id) {
        this.world = world;
        this.id = id;
    }

    List<Item> items() {
        return items;
    }

    List<Item> live() {
        return items.stream().filter(Item::isLive).toList();
    }

    /** Null if there never was one. */
    Item find(String contact) {
        return items.stream().filter(item -> item.id.equals(contact)).findFirst().orElse(null);
    }

    Item add(Item.Version version) {
        return add(world.now(), true, version, late());
    }

    /** The same in a folder that its owner has made, of which no delta tells. */
    Item file(Item.Version version) {
        return add(world.now(), false, version, late());
    }

    /** It has been there for a year. */
    void addOld(Item.Version version) {
        add(world.now() - YEAR_MILLIS, true, version, 0);
    }

    /** When lists show what happens now. */
    private long late() {
        return world.calm ? world.now() : world.now() + world.dice.between(0, world.weather.lateListMillis());
    }

    private Item add(long created, boolean inDefault, Item.Version version, long listedFrom) {
        Item item = new Item(id + "c" + items.size(), created, inDefault, version, listedFrom);
        items.add(item);
        watch(item);
        check();
        return item;
    }

    private void watch(Item item) {
        if (item.isLive() && item.now().isUntouchable()) {
            untouchable.put(item, item.now());
        } else {
            untouchable.remove(item);
        }
    }

    /**
     * Graph does what a program asked for. What named no version and was on its way when the contact's owner made it
     * something else, no program could call back.
     */
    void change(Item item, Item.Version version, long sent) {
        item.change(version);
        if (untouchable.containsKey(item) && untouchable.get(item).from() > sent) {
            watch(item);
        }
        theirs.computeIfPresent(item, (same, before) -> before.from() > sent ? item.now() : before);
        check();
    }

    void delete(Item item) {
        item.delete(world.now(), late());
        check();
    }

    /** What another installation has left there goes. */
    void losesOthers() {
        live().stream().filter(item -> item.now().key() != null
                && !World.INSTANCE.equals(item.now().key().instance())).toList().forEach(item -> {
                    untouchable.remove(item);
                    delete(item);
                });
    }

    /** Its owner has made something of a copy. */
    void edited(Item copy) {
        edited.put(copy, copy.now().key());
    }

    /**
     * A run has been shown both, at a time when no list is so late that it could show one alone. What looks like
     * another one of its key, to which its owner has done the same, is nobody's work any more: one of them is enough.
     */
    void listed(List<CurrentContact> list) {
        Set<String> ids = list.stream().map(CurrentContact::id).collect(Collectors.toSet());
        edited.forEach((copy, key) -> {
            boolean original = items.stream().anyMatch(item -> isSafelyListed(item, ids) && item.isOurs()
                    && key.equals(item.now().key()) && item.created / 1_000 < copy.created / 1_000
                    && !edited.containsKey(item));
            boolean alike = items.stream().anyMatch(item -> item != copy && item.isOurs()
                    && key.equals(item.now().key()) && item.now().equal(copy.now()));
            if (original && !alike && copy.isOurs() && isSafelyListed(copy, ids)) {
                theirs.putIfAbsent(copy, copy.now());
            }
        });
    }

    private boolean isSafelyListed(Item item, Set<String> ids) {
        return ids.contains(item.id) && Math.max(item.created, item.listedFrom) + world.weather.lateListMillis() * 2L
                < world.now();
    }

    /** Once its owner does something else with contacts of that key, nobody can say any more what a copy is. */
    private void actsOn(Item item) {
        HiddenKey key = item.now().key();
        List<Item> copies = edited.keySet().stream().filter(copy -> copy == item || edited.get(copy).equals(key))
                .toList();
        copies.forEach(edited::remove);
        copies.forEach(theirs::remove);
    }

    /** The mailbox's owner may do what they like, with their own contacts too. */
    void byOwner(Item item, Item.Version version) {
        actsOn(item);
        if (version.key() == null) {
            unwants(item);
        }
        item.change(version);
        watch(item);
        check();
    }

    void deletedByOwner(Item item) {
        actsOn(item);
        unwants(item);
        untouchable.remove(item);
        delete(item);
    }

    /** A moved contact has another id, and a list shows it either here or there. */
    void movedByOwner(Item item) {
        Item.Version now = item.now();
        actsOn(item);
        long shown = Math.max(item.listedFrom, late());
        untouchable.remove(item);
        item.delete(world.now(), shown);
        add(item.created, !item.inDefault, new Item.Version(world.now(), now.categories(), now.fields(), now.key(),
                now.hash()), shown);
    }

    private void unwants(Item item) {
        if (item.isOurs() || item.now().isReleased()) {
            unwanted.add(item.now().key().key());
        }
    }

    /** Whether its owner has ever taken away that contact of ours, or its key: no list shows the difference. */
    boolean isUnwanted(ContactKey key) {
        return unwanted.contains(key);
    }

    /** From now on a key may stand twice for a while through no fault of ours. */
    void twinsMayBe() {
        copied = true;
    }

    /** As it was; of several that are equal one is enough. */
    private boolean stands(Item item, Item.Version before) {
        return item.isLive() ? item.now().fields().equals(before.fields())
                : items.stream().anyMatch(other -> other.isLive() && other.now().equal(before));
    }

    /** INV-1 and INV-2. */
    private void check() {
        untouchable.forEach((item, before) -> BrokenInvariant.unless(item.isLive() && item.now().equals(before),
                "INV-1", item.id + " is not ours and was touched"));
        theirs.forEach((item, before) -> BrokenInvariant.unless(stands(item, before), "INV-1",
                item.id + " is what its owner made of a copy, and was touched"));
        if (!copied) {
            checkTwins();
        }
    }

    /** A contact may stand twice for good only if it differs from the one that counts: its owner has edited a copy. */
    void checkTwins() {
        Set<ContactKey> once = new HashSet<>();
        boolean twice = items.stream().filter(Item::isOurs).anyMatch(item -> !once.add(item.now().key().key()));
        if (twice) {
            Map<ContactKey, List<Item>> byKey = new HashMap<>();
            items.stream().filter(item -> item.isOurs() && !item.now().isUntouchable())
                    .forEach(item -> byKey.computeIfAbsent(item.now().key().key(), key -> new ArrayList<>()).add(item));
            byKey.forEach(this::checkTwins);
        }
    }

    private void checkTwins(ContactKey key, List<Item> twins) {
        Item counts = twins.stream().min(COUNTS).orElseThrow();
        twins.stream().filter(twin -> twin != counts).forEach(twin -> BrokenInvariant.unless(
                copied && !twin.now().equal(counts.now()), "INV-2",
                key.text() + " lives twice: " + counts.id + " and " + twin.id));
    }
}

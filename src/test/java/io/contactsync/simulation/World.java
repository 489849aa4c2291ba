package io.contactsync.simulation;

import io.contactsync.core.ContactKey;
import io.contactsync.core.HiddenKey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** The virtual time, the mailbox's contacts, what the server will still commit, and what must hold after every step. */
final class World {

    static final String INSTANCE = "main";
    static final String SOURCE = "colleagues";

    /** Something that happens later by itself. */
    record Later(long at, long order, Runnable what) {
    }

    /** The default folder first, then the older. */
    private static final Comparator<Item> COUNTS = Comparator.comparing((Item item) -> !item.inDefault)
            .thenComparing(item -> item.created / 1_000).thenComparing(item -> item.id);

    final Dice dice;
    final Weather weather;
    final List<Item> items = new ArrayList<>();
    final List<String> history = new ArrayList<>();
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparingLong(Later::at).thenComparingLong(Later::order));
    private final Map<Item, Item.Version> untouchable = new HashMap<>();
    private long now = 1_700_000_000_000L;
    private long order;
    private boolean copied;
    boolean calm;

    World(Dice dice, Weather weather) {
        this.dice = dice;
        this.weather = weather;
    }

    long now() {
        return now;
    }

    void at(long time, Runnable what) {
        later.add(new Later(Math.max(time, now), order++, what));
    }

    /** Lets time pass; what falls due happens in its order. */
    void advanceTo(long time) {
        while (!later.isEmpty() && later.peek().at() <= time) {
            Later next = later.poll();
            now = Math.max(now, next.at());
            next.what().run();
            check();
        }
        now = Math.max(now, time);
    }

    void advance(long millis) {
        advanceTo(now + millis);
    }

    /** Until the server has committed, and listed, all it ever will. */
    void settle() {
        while (!later.isEmpty()) {
            advanceTo(later.peek().at());
        }
    }

    Item add(HiddenKey key, boolean category, String hash, String content) {
        return add(key, now, true, new Item.Version(now, category, hash, content),
                calm ? now : now + dice.between(0, weather.lateListMillis()));
    }

    private Item add(HiddenKey key, long created, boolean inDefault, Item.Version version, long listedFrom) {
        Item item = new Item("id" + items.size(), key, created, inDefault, version, listedFrom);
        items.add(item);
        if (item.isUntouchable()) {
            untouchable.put(item, item.now());
        }
        return item;
    }

    void delete(Item item) {
        item.delete(now, calm ? now : now + dice.between(0, weather.lateListMillis()));
    }

    /** The mailbox's owner may do what they like, with their own contacts too. */
    void byOwner(Item item, Item.Version version) {
        item.change(version);
        untouchable.computeIfPresent(item, (same, before) -> version);
    }

    void deletedByOwner(Item item) {
        delete(item);
        untouchable.remove(item);
    }

    /** A moved contact has another id, and a list shows it either here or there. */
    void movedByOwner(Item item) {
        boolean watched = untouchable.remove(item) != null;
        Item.Version now = item.now();
        Item there = add(item.key, item.created, !item.inDefault,
                new Item.Version(this.now, now.category(), now.hash(), now.content()),
                Math.max(item.listedFrom, calm ? this.now : this.now + dice.between(0, weather.lateListMillis())));
        item.delete(this.now, there.listedFrom);
        if (watched) {
            untouchable.put(there, there.now());
        }
    }

    /** From now on a key may stand twice for a while through no fault of ours. */
    void twinsMayBe() {
        copied = true;
    }

    List<Item> live() {
        return items.stream().filter(Item::isLive).toList();
    }

    Item find(String id) {
        return items.stream().filter(item -> item.id.equals(id)).findFirst().orElseThrow();
    }

    void note(String what) {
        history.add(now / 1000 % 100_000 + "." + now % 1000 + " " + what);
    }

    /** INV-1 and INV-2, after every step. */
    void check() {
        untouchable.forEach((item, before) -> BrokenInvariant.unless(item.isLive() && item.now().equals(before),
                "INV-1", item.id + " is not ours and was touched"));
        if (!copied) {
            checkTwins();
        }
    }

    /** A contact may stand twice for good only if it differs from the one that counts: its owner has edited a copy. */
    void checkTwins() {
        Map<ContactKey, List<Item>> byKey = new HashMap<>();
        items.stream().filter(item -> item.isOurs() && !item.isUntouchable())
                .forEach(item -> byKey.computeIfAbsent(item.key.key(), key -> new ArrayList<>(1)).add(item));
        byKey.forEach((key, twins) -> {
            Item counts = twins.stream().min(COUNTS).orElseThrow();
            twins.stream().filter(twin -> twin != counts).forEach(twin -> BrokenInvariant.unless(
                    copied && !Item.isEqual(twin.now(), counts.now()), "INV-2",
                    key.text() + " lives twice: " + counts.id + " and " + twin.id));
        });
    }
}

package io.contactsync.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/** The virtual time, the mailboxes, and all that will happen by itself. */
final class World {

    static final String INSTANCE = "main";
    static final String CATEGORY = "Company";
    static final String COLLEAGUES = "colleagues";
    static final String CUSTOMERS = "customers";
    /** The sources that the program has ever been given. */
    static final Set<String> SOURCES = Set.of(COLLEAGUES, CUSTOMERS);

    private record Later(long at, long order, Runnable what) {
    }

    final Dice dice;
    final Weather weather;
    final List<VirtualMailbox> mailboxes;
    private final List<String> history = new ArrayList<>();
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparingLong(Later::at).thenComparingLong(Later::order));
    private long now = 1_700_000_000_000L;
    private long order;
    /** Whose content Graph never takes, in no mailbox; null if it takes all. */
    final String refused;
    /** Whether all that comes before any window of a mailbox is over is refused, and the windows begin anew. */
    final boolean moves;
    private final Dice refusals;
    /** No faults any more. */
    boolean calm;

    /** @param refusals chance of what refusals mean; null where each is that of one request */
    World(Dice dice, Dice refusals) {
        this.dice = dice;
        this.refusals = refusals;
        this.moves = refusals != null && refusals.chance(0.5);
        this.weather = Weather.of(dice);
        this.refused = dice.chance(0.1) ? "p1" : null;
        this.mailboxes = IntStream.range(0, weather.mailboxes())
                .mapToObj(number -> new VirtualMailbox(this, "p" + number)).toList();
    }

    long now() {
        return now;
    }

    /** That happens at that time, after all that is to happen before it. */
    void at(long time, Runnable what) {
        later.add(new Later(Math.max(time, now), order++, what));
    }

    /** The next thing happens. */
    void next() {
        Later next = later.remove();
        now = Math.max(now, next.at());
        next.what().run();
    }

    /** Lets time pass; what falls due happens in its order. */
    void advance(long millis) {
        long until = now + millis;
        while (!later.isEmpty() && later.peek().at() <= until) {
            next();
        }
        now = Math.max(now, until);
    }

    /** Until Graph has committed, and listed, all it ever will. */
    void settle() {
        while (!later.isEmpty()) {
            next();
        }
    }

    /** Whether a refusal speaks of the mailbox. */
    boolean isOfMailbox() {
        return refusals != null && refusals.chance(0.1);
    }

    boolean isBad(double chance) {
        return !calm && dice.chance(chance);
    }

    void note(String what) {
        history.add(now / 1000 % 100_000 + "." + now % 1000 + " " + what);
    }

    List<String> history() {
        return history;
    }
}

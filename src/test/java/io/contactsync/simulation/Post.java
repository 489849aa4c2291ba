package io.contactsync.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The broker: loses, delays and doubles offers, letters and answers. It has dice of its own. */
final class Post {

    private static final int DOUBLED = 2;

    private final World world;
    private final Dice dice;
    private final double losses;
    private final double doubles;
    private final double delays;
    private final int lateMillis;
    private final Deque<byte[]> offers = new ArrayDeque<>();
    private final Workers workers;

    Post(World world, Dice dice, Workers workers) {
        this.world = world;
        this.dice = dice;
        this.workers = workers;
        this.losses = dice.of(List.of(0.0, 0.02, 0.1, 0.3));
        this.doubles = dice.of(List.of(0.0, 0.1, 0.5));
        this.delays = dice.of(List.of(0.0, 0.1, 0.4));
        this.lateMillis = dice.of(List.of(2_000, 25_000, 120_000));
    }

    /** An offer goes to whichever worker has room for it. */
    void offer(byte[] offer) {
        carry(() -> {
            offers.add(offer);
            deliver();
        });
    }

    /** A worker may have room. */
    void deliver() {
        while (!offers.isEmpty() && workers.free().isPresent()) {
            workers.free().orElseThrow().offered(offers.remove());
        }
    }

    /**
     * A letter to the coordinator, and its answer.
     *
     * @param patience how long the answer is waited for, in milliseconds
     * @param heard the answer, once; null if none came
     */
    void ask(byte[] letter, long patience, Consumer<byte[]> heard) {
        boolean[] over = new boolean[1];
        Consumer<byte[]> once = answer -> {
            if (!over[0]) {
                over[0] = true;
                heard.accept(answer);
            }
        };
        world.at(world.now() + patience, () -> once.accept(null));
        carry(() -> {
            byte[] answer = workers.answer(letter);
            if (answer != null) {
                carry(() -> once.accept(answer));
            }
        });
    }

    private void carry(Runnable arrives) {
        for (int copies = bad(doubles) ? DOUBLED : 1; copies > 0; copies--) {
            if (!bad(losses)) {
                int late = bad(delays) ? dice.between(0, lateMillis) : dice.between(1, 50);
                world.at(world.now() + late, arrives);
            }
        }
    }

    private boolean bad(double chance) {
        return !world.calm && dice.chance(chance);
    }
}

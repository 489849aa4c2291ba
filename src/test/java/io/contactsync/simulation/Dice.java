package io.contactsync.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/** All chance of a schedule, from one seed. */
final class Dice {

    private final RandomGenerator random;

    Dice(long seed) {
        this.random = new java.util.SplittableRandom(seed);
    }

    RandomGenerator random() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code least} to {@code most}, both inclusive. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double fraction() {
        return random.nextDouble();
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The same elements in any order. */
    <T> void shuffle(List<T> list) {
        for (int place = list.size() - 1; place > 0; place--) {
            list.set(place, list.set(random.nextInt(place + 1), list.get(place)));
        }
    }
}

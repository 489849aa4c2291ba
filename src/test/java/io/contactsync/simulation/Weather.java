package io.contactsync.simulation;

import java.util.List;

/** How bad one schedule is. */
record Weather(double faults, double crashes, double userActs, boolean copies, int lateCommitMillis, int lateListMillis,
        boolean laggingReplicas, int keys, int runs,
        int batchLimit, boolean strangers, double clockJumps, double folderLosses) {

    static Weather of(Dice dice) {
        return new Weather(dice.of(List.of(0.0, 0.05, 0.3, 0.6)), dice.of(List.of(0.0, 0.02, 0.1)),
                dice.of(List.of(0.0, 0.1, 0.4)), dice.chance(0.25),
                dice.of(List.of(0, 10_000, 60_000)), dice.of(List.of(0, 5_000, 30_000)), dice.chance(0.5),
                dice.chance(0.1) ? dice.between(18, 45) : dice.between(1, 8), dice.between(2, 6),
                dice.of(List.of(20, 20, 20, 7, 1)), dice.chance(0.15),
                dice.of(List.of(0.0, 0.3)), dice.of(List.of(0.0, 0.0, 0.3)));
    }
}

package io.contactsync.simulation;

import java.util.List;

/**
 * How bad one schedule is.
 *
 * @param faults share of the calls and contacts that Graph answers badly
 * @param crashes chance that the process is gone, at each call
 * @param diskCrashes the same at each thing the disk is told to do
 * @param diskFaults chance that the disk fails at it
 * @param userActs how busy the owners are
 * @param lateCommitMillis how long after its answer Graph may still do what it was asked
 * @param lateListMillis how far behind a list may be
 * @param glitches share of the readings in which a source is wrong about who is there
 */
record Weather(double faults, double crashes, double diskCrashes, double diskFaults, double userActs, boolean copies,
        int lateCommitMillis, int lateListMillis, boolean laggingReplicas, int mailboxes, int keys, int runs,
        int inFlight, int batchLimit, boolean strangers, double clockJumps, double folderLosses, double flips,
        double glitches) {

    static Weather of(Dice dice) {
        return new Weather(dice.of(List.of(0.0, 0.05, 0.3, 0.6)), dice.of(List.of(0.0, 0.02, 0.1)),
                dice.of(List.of(0.0, 0.0, 0.002, 0.01)), dice.of(List.of(0.0, 0.0, 0.0, 0.003)),
                dice.of(List.of(0.0, 0.1, 0.4)), dice.chance(0.25),
                dice.of(List.of(0, 10_000, 60_000)), dice.of(List.of(0, 5_000, 30_000)), dice.chance(0.5),
                dice.between(1, 4), dice.chance(0.05) ? dice.between(18, 45) : dice.between(1, 8),
                dice.between(2, 6), dice.between(1, 3),
                dice.of(List.of(20, 20, 20, 7, 1)), dice.chance(0.15),
                dice.of(List.of(0.0, 0.3)), dice.of(List.of(0.0, 0.0, 0.2)), dice.of(List.of(0.0, 0.0, 0.0, 0.2)),
                dice.of(List.of(0.0, 0.2)));
    }
}

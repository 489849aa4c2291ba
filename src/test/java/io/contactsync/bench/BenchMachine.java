package io.contactsync.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and when it was measured.
 *
 * @param day       of the last row
 * @param processors of this machine
 * @param java      that the program ran on
 */
record BenchMachine(Instant day, int processors, String java) {

    static BenchMachine here() {
        return new BenchMachine(Instant.now().truncatedTo(ChronoUnit.MINUTES),
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.vm.version"));
    }
}

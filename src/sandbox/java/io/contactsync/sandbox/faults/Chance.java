package io.contactsync.sandbox.faults;

import java.nio.charset.StandardCharsets;

/**
 * Chance without a stream of random numbers: the same question always has the same answer, whatever was asked before.
 * So the same plan befalls the same requests of a mailbox, in whatever order the mailboxes come.
 */
final class Chance {
    private Chance() {
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    static double of(long seed, int rule, String scope, long number) {
        long hash = mix(seed * 31 + rule);
        for (byte each : scope.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each) * 0x100000001b3L;
        }
        return (mix(hash + number * 0x9e3779b97f4a7c15L) >>> 11) * 0x1.0p-53;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long bits) {
        long z = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}

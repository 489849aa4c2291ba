package io.contactsync.simulation;

/** Something happened that must never happen; the message begins with the invariant's name. */
final class BrokenInvariant extends AssertionError {

    private static final long serialVersionUID = 1L;

    BrokenInvariant(String invariant, String what) {
        super(invariant + ": " + what);
    }

    static void unless(boolean good, String invariant, String what) {
        if (!good) {
            throw new BrokenInvariant(invariant, what);
        }
    }
}

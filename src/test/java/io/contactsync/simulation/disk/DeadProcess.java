package io.contactsync.simulation.disk;

/** A process that is gone has tried to do something: whatever its clean-up wanted to do is not done. */
public final class DeadProcess extends Error {

    private static final long serialVersionUID = 1L;

    DeadProcess() {
        super(null, null, false, false);
    }
}

package io.contactsync.run;

import io.contactsync.microsoftgraph.GraphStatistics;

/** What Graph was asked for a run, by this machine and by those that did mailboxes of it. Told by many at once. */
final class Asked {

    private final Begun begun;
    private GraphStatistics elsewhere = GraphStatistics.NONE;

    Asked(Begun begun) {
        this.begun = begun;
    }

    /** Another machine has asked that much more. */
    synchronized void elsewhere(GraphStatistics more) {
        elsewhere = elsewhere.and(more);
    }

    /** All of it. */
    synchronized GraphStatistics all() {
        return begun.graph().and(elsewhere);
    }
}

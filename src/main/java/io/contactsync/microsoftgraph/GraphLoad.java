package io.contactsync.microsoftgraph;

import java.time.Duration;

/** How much Graph takes at a time, by what came back lately. */
public interface GraphLoad {

    /** Nothing has come back yet, or nobody counts. */
    GraphLoad ANY = new GraphLoad() {
    };

    /** How many requests to a mailbox one batch may hold, by what the mailbox took before, to be answered in time. */
    default int fitting(String mailbox) {
        return GraphRequest.MOST_IN_BATCH;
    }

    /** How long a mailbox was told to wait, by whatever was asked of it, from now on; zero if it was not. */
    default Duration pause(String mailbox) {
        return Duration.ZERO;
    }

    /** How many batches may be under way at a time; more would only wait. */
    default int calls() {
        return Integer.MAX_VALUE;
    }
}

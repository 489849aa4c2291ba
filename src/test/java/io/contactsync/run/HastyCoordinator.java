package io.contactsync.run;

import io.contactsync.workers.Letters;
import java.time.Duration;

/** Makes coordinators that take a worker for lost sooner than it could be sure. */
public final class HastyCoordinator {

    private static final Duration SOON = Duration.ofSeconds(5);

    private HastyCoordinator() {
    }

    /** As the routes make one. */
    public static Coordinator of(Letters letters, CommonPrint print, int leaseSeconds, String name) {
        return new Coordinator(letters, print, leaseSeconds > 0 ? SOON : Duration.ZERO, name);
    }
}

package io.contactsync.microsoftgraph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Permits per mailbox: Exchange serves so many requests of an application to one mailbox at a time and refuses the
 * rest. First come, first served; several mailboxes are always taken in the same order; a mailbox nobody uses is
 * forgotten.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits">Outlook service limits</a>
 */
final class MailboxLanes {

    private static final class Lane {
        private final Semaphore permits;
        private int users;

        Lane(int width) {
            this.permits = new Semaphore(width, true);
        }
    }

    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final int width;

    MailboxLanes(int width) {
        if (width < 1) {
            throw new IllegalArgumentException("Option requestsPerMailbox must be 1 or more - was " + width);
        }
        this.width = width;
    }

    /** Waits for min(width, wanted) permits of each mailbox. Close the lease in finally. */
    Lease acquire(Map<String, Integer> wanted) throws InterruptedException {
        Lease lease = new Lease();
        boolean complete = false;
        try {
            for (Map.Entry<String, Integer> entry : wanted.size() < 2 ? wanted.entrySet()
                    : new TreeMap<>(wanted).entrySet()) {
                lease.add(entry.getKey(), Math.min(width, entry.getValue()));
            }
            complete = true;
            return lease;
        } finally {
            if (!complete) {
                lease.close();
            }
        }
    }

    int size() {
        return lanes.size();
    }

    private Lane enter(String mailbox) {
        return lanes.compute(mailbox, (name, lane) -> {
            Lane entered = lane == null ? new Lane(width) : lane;
            entered.users++;
            return entered;
        });
    }

    private void leave(String mailbox) {
        lanes.computeIfPresent(mailbox, (name, lane) -> --lane.users == 0 ? null : lane);
    }

    /** What one call holds. */
    final class Lease implements AutoCloseable {

        private record Held(String mailbox, Lane lane, int permits) { }

        private final Deque<Held> held = new ArrayDeque<>(1);

        private void add(String mailbox, int permits) throws InterruptedException {
            Lane lane = enter(mailbox);
            boolean acquired = false;
            try {
                lane.permits.acquire(permits);
                acquired = true;
                held.push(new Held(mailbox, lane, permits));
            } finally {
                if (!acquired) {
                    leave(mailbox);
                }
            }
        }

        @Override
        public void close() {
            while (!held.isEmpty()) {
                Held one = held.pop();
                one.lane.permits.release(one.permits);
                leave(one.mailbox);
            }
        }
    }
}

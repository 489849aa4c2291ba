package io.contactsync.microsoftgraph;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many calls be under way at a time as {@link Flight} says, first come, first served. */
final class FlightGate {

    /** A stop is noticed that soon. */
    private static final long SLICE_MILLIS = 500;

    /** A fair semaphore whose permits become more and fewer. */
    private static final class Places extends Semaphore {

        private static final long serialVersionUID = 1L;

        Places(int permits) {
            super(permits, true);
        }

        void change(int by) {
            if (by > 0) {
                release(by);
            } else {
                reducePermits(-by);
            }
        }
    }

    private final Places places;
    private Flight flight;

    /** @param most never more than that */
    FlightGate(int most) {
        this.flight = Flight.begin(most);
        this.places = new Places(flight.limit());
    }

    /** Waits for a place; {@link #leave} in finally. */
    void enter(Waiter waiter) throws InterruptedException {
        while (!places.tryAcquire(SLICE_MILLIS, TimeUnit.MILLISECONDS)) {
            waiter.check();
        }
    }

    void leave() {
        places.release();
    }

    /** How many calls may be under way now. */
    synchronized int limit() {
        return flight.limit();
    }

    /** A call was answered, and took so long. */
    synchronized void answered(GraphCall call, long nanos) {
        Map<String, Integer> mailboxes = call.mailboxes();
        boolean tells = call.operation() == MicrosoftGraphOperation.batch && mailboxes.size() == 1;
        become(flight.answered(tells ? Math.max(1, nanos / MailboxSpeeds.waves(call.requests())) : 0));
    }

    /** Graph has refused a mailbox, or a single call. */
    synchronized void refused() {
        become(flight.refused());
    }

    private void become(Flight next) {
        places.change(next.limit() - flight.limit());
        flight = next;
    }
}

package io.contactsync.microsoftgraph;

import io.contactsync.microsoftgraph.Flight.Load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets so much be under way at a time as {@link Flight} says, first come, first served; but while a batch waits until
 * there is room for it, smaller calls fill what is left, a few of them.
 */
final class FlightGate {

    /** A stop is noticed that soon. */
    private static final long SLICE_MILLIS = 500;
    /** So many may go before one that came earlier. */
    private static final int OVERTAKEN = 8;

    /** A call in line. */
    private static final class Place {
        private final int requests;
        private final CountDownLatch free = new CountDownLatch(1);
        private int overtaken;

        Place(int requests) {
            this.requests = requests;
        }
    }

    private final Deque<Place> line = new ArrayDeque<>();
    private Flight flight;
    private Load under = Load.NONE;

    /** @param most never more calls than that */
    FlightGate(int most) {
        this.flight = Flight.begin(most);
    }

    /** Waits for room; {@link #leave} in finally. */
    void enter(GraphCall call, Waiter waiter) throws InterruptedException {
        Place place = new Place(call.requests());
        join(place);
        try {
            while (!place.free.await(SLICE_MILLIS, TimeUnit.MILLISECONDS)) {
                waiter.check();
            }
        } catch (InterruptedException | GraphException ended) {
            giveUp(place);
            throw ended;
        }
    }

    synchronized void leave(GraphCall call) {
        under = under.without(call.requests());
        admit();
    }

    /** How many batches may be under way now. */
    synchronized int calls() {
        return flight.calls();
    }

    /** How many calls are in line. */
    synchronized int waiting() {
        return line.size();
    }

    /** A call was answered, and took so long. */
    synchronized void answered(GraphCall call, long nanos) {
        Map<String, Integer> mailboxes = call.mailboxes();
        boolean tells = call.operation() == MicrosoftGraphOperation.batch && mailboxes.size() == 1;
        flight = flight.answered(call.requests(), under,
                tells ? Math.max(1, nanos / MailboxSpeeds.waves(call.requests())) : 0);
        admit();
    }

    /** Graph has refused a mailbox, or a single call; its answer was told before, and it has not left yet. */
    synchronized void refused(int requests) {
        flight = flight.refused(requests, under);
    }

    private synchronized void join(Place place) {
        line.add(place);
        admit();
    }

    private synchronized void giveUp(Place place) {
        if (!line.remove(place)) {
            under = under.without(place.requests);
        }
        admit();
    }

    private void admit() {
        Place first = null;
        for (Iterator<Place> next = line.iterator(); next.hasNext() && flight.admits(1, under);) {
            Place place = next.next();
            if (flight.admits(place.requests, under)) {
                next.remove();
                under = under.and(place.requests);
                place.free.countDown();
                if (first != null) {
                    first.overtaken++;
                }
            } else if (first == null) {
                first = place;
            }
            if (first != null && first.overtaken >= OVERTAKEN) {
                return;
            }
        }
    }
}

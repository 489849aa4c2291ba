package io.contactsync.microsoftgraph;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.PriorityQueue;

import io.contactsync.microsoftgraph.Flight.Load;

/**
 * Mailboxes that are listed, asked for a category and then written in batches of twenty, on a clock of its own: as many
 * at a time as {@link Flight} says, before a Graph that serves so many requests at a time and refuses the others at
 * once.
 */
final class FlightModel {

    private static final int LATENCY = 100;
    private static final int PAUSE = 1_000;
    private static final int MOST = 350;
    /** Mailboxes that are begun beside those whose calls are under way. */
    private static final int SPARE = 3;
    /** Calls of a mailbox before it is written. */
    private static final int BEFORE = 2;

    private record Later(long at, long order, Runnable what) {
    }

    /** A mailbox: what was asked of it, and how many contacts are still to be written, later or now. */
    private static final class Box {
        private int asked;
        private boolean away;
        private int later;
        private int left;

        private boolean isWritten() {
            return asked == BEFORE;
        }

        private int size() {
            return isWritten() ? Math.min(20, left) : 1;
        }
    }

    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparingLong(Later::at).thenComparingLong(Later::order));
    private final Deque<Box> waiting = new ArrayDeque<>();
    private final Deque<Box> ready = new ArrayDeque<>();
    private final Deque<Call> calls = new ArrayDeque<>();
    private final long slots;
    private final long contacts;
    private Flight flight = Flight.begin(MOST);
    private Load under = Load.NONE;
    private int begun;
    private long busy;
    private long now;
    private long order;
    private long requests;
    private long refused;

    FlightModel(int mailboxes, int each, int slots) {
        this.slots = slots;
        this.contacts = (long) mailboxes * (each + BEFORE);
        for (int number = 0; number < mailboxes; number++) {
            Box box = new Box();
            box.left = each;
            waiting.add(box);
        }
    }

    void play() {
        send();
        while (!later.isEmpty()) {
            Later next = later.remove();
            now = next.at();
            next.what().run();
            send();
        }
    }

    long millis() {
        return now;
    }

    long requests() {
        return requests;
    }

    long refused() {
        return refused;
    }

    /** Of what so many requests at a time allow. */
    double efficiency() {
        return contacts * LATENCY / (double) slots / now;
    }

    private void at(long time, Runnable what) {
        later.add(new Later(time, order++, what));
    }

    private void send() {
        do {
            for (; begun < flight.calls() + SPARE && !waiting.isEmpty(); begun++) {
                ready.add(waiting.remove());
            }
            take();
        } while (begin());
    }

    /** Who comes first goes first, and what is small fills what is left. */
    private void take() {
        for (Iterator<Box> next = ready.iterator(); next.hasNext();) {
            Box box = next.next();
            if (flight.admits(box.size(), under)) {
                next.remove();
                under = under.and(box.size());
                calls.add(new Call(box));
            }
        }
    }

    private boolean begin() {
        boolean any = !calls.isEmpty();
        for (Call call = calls.poll(); call != null; call = calls.poll()) {
            call.advance();
        }
        return any;
    }

    /** So many contacts of a mailbox have waited long enough, or all of it. */
    private void back(Box box, int contacts) {
        boolean idle = contacts == 0 || !box.away && box.left == 0;
        box.left += contacts;
        box.later -= contacts;
        if (idle) {
            ready.add(box);
            box.away = true;
        }
    }

    /** A list, or a batch whose requests are carried out four at a time. */
    private final class Call {
        private final Box box;
        private final int size;
        private final long began = now;
        private int open;
        private int running;
        private int denied;
        private int served;

        Call(Box box) {
            this.box = box;
            this.size = box.size();
            box.away = true;
            this.open = size;
        }

        void advance() {
            for (; open > 0 && running < 4; open--) {
                requests++;
                if (busy >= slots) {
                    refused++;
                    denied++;
                } else {
                    busy++;
                    running++;
                    at(now + LATENCY, this::served);
                }
            }
            if (open == 0 && running == 0) {
                landed();
            }
        }

        private void served() {
            busy--;
            running--;
            served++;
            advance();
        }

        private void landed() {
            box.away = false;
            boolean most = denied * 2 > size;
            boolean written = box.isWritten();
            box.left -= written ? most ? served : size : 0;
            long wave = Math.max(1, (now - began) * 1_000_000 / MailboxSpeeds.waves(size));
            flight = flight.answered(size, under, written ? wave : 0);
            box.asked += !written && served > 0 ? 1 : 0;
            if (most) {
                flight = flight.refused(size, under);
                box.away = true;
                at(now + PAUSE, () -> back(box, 0));
            } else {
                box.later += denied;
                if (denied > 0 && written) {
                    at(now + PAUSE, () -> back(box, denied));
                }
                goOn();
            }
            under = under.without(size);
        }

        private void goOn() {
            if (box.left > 0) {
                ready.add(box);
                box.away = true;
            } else if (box.later == 0) {
                begun--;
            }
        }
    }

    @Override
    public String toString() {
        return requests + " requests, " + refused + " refused, " + now + " ms, " + flight;
    }
}

package io.contactsync.microsoftgraph;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/**
 * Mailboxes that are listed once and then written in batches of twenty, on a clock of its own: as many at a time as
 * {@link Flight} says, before a Graph that serves so many requests at a time and refuses the others at once.
 */
final class FlightModel {

    private static final int LATENCY = 100;
    private static final int PAUSE = 1_000;

    private record Later(long at, long order, Runnable what) {
    }

    /** A mailbox: whether it is still to be listed, and how many contacts are still to be written, later or now. */
    private static final class Box {
        private boolean listed;
        private boolean away;
        private int later;
        private int left;
    }

    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparingLong(Later::at).thenComparingLong(Later::order));
    private final Deque<Box> waiting = new ArrayDeque<>();
    private final Deque<Box> ready = new ArrayDeque<>();
    private final long slots;
    private final long contacts;
    private Flight flight = Flight.begin(350);
    private int begun;
    private int flying;
    private long busy;
    private long now;
    private long order;
    private long requests;
    private long refused;

    FlightModel(int mailboxes, int each, int slots) {
        this.slots = slots;
        this.contacts = (long) mailboxes * (each + 1);
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
        for (; begun < flight.limit() && !waiting.isEmpty(); begun++) {
            ready.add(waiting.remove());
        }
        while (flying < flight.limit() && !ready.isEmpty()) {
            flying++;
            new Call(ready.remove()).advance();
        }
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
            this.size = box.listed ? Math.min(20, box.left) : 1;
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
            flying--;
            box.away = false;
            boolean most = denied * 2 > size;
            box.left -= box.listed ? most ? served : size : 0;
            flight = flight.answered(box.listed ? Math.max(1, (now - began) * 1_000_000 / ((size + 3) / 4)) : 0);
            box.listed |= served > 0;
            if (most) {
                flight = flight.refused();
                box.away = true;
                at(now + PAUSE, () -> back(box, 0));
            } else {
                box.later += denied;
                if (denied > 0) {
                    at(now + PAUSE, () -> back(box, denied));
                }
                goOn();
            }
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

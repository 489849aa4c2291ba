package io.contactsync.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens in each second of a run. Told by all mailboxes at once, with the second; it knows no clock. */
final class Beats {

    /** What a rate is measured over, in seconds: long enough for one slow batch not to show, short enough for a change to. */
    static final int WINDOW = 10;

    private final Map<Integer, Second> seconds = new ConcurrentHashMap<>();
    private final AtomicInteger firstWrite = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicLong throttledSoFar = new AtomicLong();

    private record Second(LongAdder writes, LongAdder throttled, LongAdder mailboxes) {
        static Second fresh(int unused) {
            return new Second(new LongAdder(), new LongAdder(), new LongAdder());
        }

        Beat beat(int second) {
            return new Beat(second, writes.intValue(), throttled.intValue(), mailboxes.intValue());
        }
    }

    private Second at(int second) {
        return seconds.computeIfAbsent(second, Second::fresh);
    }

    void wrote(int second, int changes) {
        firstWrite.accumulateAndGet(second, Math::min);
        at(second).writes().add(changes);
    }

    void mailbox(int second) {
        at(second).mailboxes().increment();
    }

    /** @param soFar answers 429 since the run began; what came to it since this was told last is of this second */
    void throttled(int second, long soFar) {
        long more = soFar - throttledSoFar.getAndAccumulate(soFar, Math::max);
        if (more > 0) {
            at(second).throttled().add(more);
        }
    }

    /** Changes a second over the last {@value #WINDOW} whole seconds before that one, none of them before the first write. */
    double perSecond(int now) {
        int from = Math.min(now, Math.max(firstWrite.get(), now - WINDOW));
        long writes = 0;
        for (int second = from; second < now; second++) {
            Second counted = seconds.get(second);
            writes += counted == null ? 0 : counted.writes().sum();
        }
        return now == from ? 0 : writes / (double) (now - from);
    }

    /** The seconds in which something happened, in order. */
    List<Beat> list() {
        return seconds.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> entry.getValue().beat(entry.getKey())).toList();
    }
}

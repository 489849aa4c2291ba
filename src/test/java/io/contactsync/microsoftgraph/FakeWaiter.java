package io.contactsync.microsoftgraph;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only by waiting. */
final class FakeWaiter extends Waiter {

    final List<Long> waits = new CopyOnWriteArrayList<>();
    private final AtomicLong now = new AtomicLong(-5_000_000_000L);

    @Override
    long now() {
        return now.get();
    }

    @Override
    void await(long nanos) {
        waits.add(nanos);
        now.addAndGet(nanos);
    }

    void advance(long nanos) {
        now.addAndGet(nanos);
    }
}

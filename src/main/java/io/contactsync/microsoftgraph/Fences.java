package io.contactsync.microsoftgraph;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The times before which nothing may be sent, because Graph said so: one for the whole application, one for each
 * throttled mailbox. Time (nanoseconds of a monotonic clock) is an argument, nothing waits here. Fences only ever move
 * outwards.
 */
final class Fences {

    private final Map<String, Long> mailboxes = new ConcurrentHashMap<>();
    private final Object guard = new Object();
    private long all;
    private boolean any;

    void fenceAll(long now, long nanos) {
        synchronized (guard) {
            long until = now + nanos;
            all = any && all - until > 0 ? all : until;
            any = true;
        }
    }

    void fence(String mailbox, long now, long nanos) {
        mailboxes.values().removeIf(until -> until - now <= 0);
        mailboxes.merge(mailbox, now + nanos, (a, b) -> a - b > 0 ? a : b);
    }

    /** Nanoseconds until anything may be sent; 0 = now. */
    long remaining(long now) {
        synchronized (guard) {
            return any ? Math.max(0, all - now) : 0;
        }
    }

    /** Nanoseconds until something may be sent to these mailboxes; 0 = now. */
    long remaining(Iterable<String> names, long now) {
        long longest = 0;
        for (String name : names) {
            Long until = mailboxes.get(name);
            longest = Math.max(longest, until == null ? 0 : until - now);
        }
        return longest;
    }

    int size() {
        return mailboxes.size();
    }
}

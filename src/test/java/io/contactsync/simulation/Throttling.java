package io.contactsync.simulation;

import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The windows that Graph has told of in one mailbox: in that of a contact nobody asks for it, in the mailbox's nothing
 * at all is sent. By one of two readings whoever is refused is so by itself; by the other everything is that comes
 * before any window is over, and the windows begin anew.
 */
final class Throttling {

    /** Whoever waits in line does so no longer. */
    private static final Duration LONGEST = Duration.ofMinutes(5);
    static final String OF_MAILBOX = "ErrorMailboxMoveInProgress";

    private final World world;
    private final Map<String, Long> own = new HashMap<>();
    private long mailbox;
    private long any;
    private Duration last = Duration.ZERO;

    Throttling(World world) {
        this.world = world;
    }

    void forget() {
        own.clear();
        mailbox = 0;
        any = 0;
    }

    /** How long nothing may be sent to the mailbox. */
    long millis() {
        return Math.max(0, mailbox - world.now());
    }

    /** INV-5 of anything that is sent to the mailbox. */
    void check(String what) {
        BrokenInvariant.unless(world.now() >= mailbox, "INV-5",
                what + " " + millis() + " ms before the end of Retry-After");
    }

    /** INV-5 of each request of a batch. */
    void check(List<GraphRequest> batch) {
        batch.forEach(request -> BrokenInvariant.unless(world.now() >= own.getOrDefault(item(request), 0L), "INV-5",
                request.method() + " " + item(request) + " before its own Retry-After is over"));
    }

    /** Whom a request is about: a contact, or what is to become one. */
    private static String item(GraphRequest request) {
        return request.method().equals("POST") ? new String(request.body(), StandardCharsets.UTF_8)
                : request.url().replaceFirst("\\?.*", "").replaceFirst("/photo$", "");
    }

    /** Whether all of a batch is refused because somebody waits. */
    boolean isEarly() {
        return world.moves && world.now() < any;
    }

    /** What is told to somebody who comes too early. */
    Duration again() {
        return last;
    }

    void toldAll(long at, Duration told) {
        if (told != null) {
            mailbox = Math.max(mailbox, at + told.toMillis());
            moved(at, told);
        }
    }

    private void moved(long at, Duration told) {
        any = Math.max(any, at + told.toMillis());
        last = told;
    }

    /** A batch is answered: the wait of the mailbox as a whole, for what single requests are told in it; or null. */
    Duration told(List<GraphRequest> batch, Map<String, GraphItemResponse> items, long at) {
        Duration longest = null;
        boolean whole = false;
        int refused = 0;
        for (GraphRequest request : batch) {
            GraphItemResponse item = items.get(request.id());
            Duration told = item == null ? null : item.retryAfter();
            refused += told != null || item != null && (item.status() == 429 || item.status() == 503) ? 1 : 0;
            if (told != null) {
                own.merge(item(request), at + told.toMillis(), Math::max);
                moved(at, told);
                whole |= OF_MAILBOX.equals(item.code()) || told.compareTo(LONGEST) > 0;
                longest = longest == null || told.compareTo(longest) > 0 ? told : longest;
            }
        }
        Duration wait = whole || refused * 2 > batch.size() ? longest : null;
        toldAll(at, wait);
        return wait;
    }
}

package io.contactsync.run;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The same list of users, kept as it goes by, and handed over once it has come to its end. */
final class KeepingUsers implements Iterator<JsonNode>, Closeable {

    private final Iterator<JsonNode> all;
    private final Clock clock;
    private final Taker taker;
    private final Instant began;
    private List<byte[]> rows = new ArrayList<>();

    /** Who gets them. */
    interface Taker {
        void take(List<byte[]> rows, Duration took);
    }

    KeepingUsers(Iterator<JsonNode> all, Clock clock, Taker taker) {
        this.all = all;
        this.clock = clock;
        this.taker = taker;
        this.began = clock.instant();
    }

    @Override
    public boolean hasNext() {
        boolean more = all.hasNext();
        if (!more && rows != null) {
            taker.take(rows, Duration.between(began, clock.instant()));
            rows = null;
        }
        return more;
    }

    @Override
    public JsonNode next() {
        JsonNode user = all.next();
        rows.add(user.toString().getBytes(StandardCharsets.UTF_8));
        return user;
    }

    @Override
    public void close() throws IOException {
        if (all instanceof Closeable pages) {
            pages.close();
        }
    }
}

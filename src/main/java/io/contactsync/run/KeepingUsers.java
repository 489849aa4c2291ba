package io.contactsync.run;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The same list of users, kept as it goes by, and handed over once it has come to its end. Nothing but ASCII is kept:
 * half of a character, which UTF-8 has no bytes for, comes back as it was.
 */
final class KeepingUsers implements Iterator<JsonNode>, Closeable {

    private static final ObjectWriter ASCII = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build()
            .writer();

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
        rows.add(ascii(user));
        return user;
    }

    private static byte[] ascii(JsonNode user) {
        try {
            return ASCII.writeValueAsBytes(user);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        if (all instanceof Closeable pages) {
            pages.close();
        }
    }
}

package io.contactsync.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.contactsync.sandbox.service.Exchange;
import io.contactsync.sandbox.service.ExchangeObserver;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests as they came over the wire, by the time their answers were ready: the last of them in memory, all of
 * them in a file of one JSON object a line, if one is wanted. May be read from any thread.
 */
public final class RequestLog implements ExchangeObserver, AutoCloseable {
    private static final ObjectWriter LINE = new ObjectMapper().writerFor(LoggedRequest.class);
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private final int kept;
    private BufferedWriter file;
    private final Deque<LoggedRequest> last = new ArrayDeque<>();
    private long total;

    /**
     * @param kept how many requests stay in memory
     * @param path the file, begun anew, or null
     * @throws UncheckedIOException if the file cannot be written
     */
    RequestLog(int kept, Path path) {
        this.kept = kept;
        try {
            this.file = path == null ? null : Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + path, e);
        }
    }

    /** Those still in memory, the oldest first. */
    public synchronized List<LoggedRequest> last() {
        return List.copyOf(last);
    }

    /** All so far, forgotten ones too. */
    public synchronized long total() {
        return total;
    }

    @Override
    public synchronized void seen(Exchange exchange) {
        LoggedRequest line = LoggedRequest.of(exchange);
        total++;
        last.addLast(line);
        if (last.size() > kept) {
            last.removeFirst();
        }
        if (file != null) {
            write(line);
        }
    }

    /** What came by itself ends its line on the disk, so that the file may be followed. */
    private void write(LoggedRequest line) {
        try {
            file.write(LINE.writeValueAsString(line));
            file.newLine();
            if (line.batch() == null) {
                file.flush();
            }
        } catch (IOException e) {
            LOG.error("the request log ends here: it cannot be written any more", e);
            file = null;
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the log", e);
        }
    }
}

package io.contactsync.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Journals as if they had been written earlier: other times, and the chain of hashes that goes with them. */
final class OlderJournals {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Duration time;
    private final Map<String, String> hashes = new HashMap<>(Map.of("", ""));

    private OlderJournals(Duration time) {
        this.time = time;
    }

    /** Rewrites those of a data folder; each after the one whose last hash it names. */
    static void of(Path data, List<Path> journals, Duration time) {
        OlderJournals older = new OlderJournals(time);
        List<Path> open = new ArrayList<>(journals);
        try {
            while (!open.isEmpty()) {
                Path next = open.stream().filter(older::isKnown).findFirst().orElse(open.get(0));
                older.rewrite(next);
                open.remove(next);
            }
            older.head(data.resolve("state").resolve("chain"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private boolean isKnown(Path journal) {
        try {
            String first = Files.readString(journal).lines().findFirst().orElse("{}");
            return hashes.containsKey(JSON.readTree(first).path("previousHash").asText());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All files of that journal: one chain goes through them. */
    private void rewrite(Path journal) throws IOException {
        LineHash chain = new LineHash();
        RecentIndex.forget(journal.getParent()); // its times are not older
        for (Path file : JournalFiles.of(journal.getParent())) {
            rewrite(file, chain);
        }
    }

    private void rewrite(Path journal, LineHash chain) throws IOException {
        if (JournalFiles.isCompressed(journal)) {
            throw new IOException("a compressed journal cannot be made older: " + journal);
        }
        byte[] bytes = Files.readAllBytes(journal);
        ByteArrayOutputStream older = new ByteArrayOutputStream(bytes.length);
        int from = 0;
        String last = "";
        for (int to = 0; to < bytes.length; to++) {
            if (bytes[to] == '\n') {
                ObjectNode line = (ObjectNode) JSON.readTree(bytes, from, to - from);
                last = line.path("hash").asText();
                write(line, last.isEmpty() ? null : chain, older);
                from = to + 1;
            }
        }
        older.write(bytes, from, bytes.length - from);
        hashes.put(last, chain.last());
        Files.write(journal, older.toByteArray());
        Files.setLastModifiedTime(journal, FileTime.from(Instant.now().minus(time)));
    }

    private void write(ObjectNode line, LineHash chain, ByteArrayOutputStream older) throws IOException {
        boolean summed = line.has("sum");
        line.remove(List.of("hash", "sum"));
        for (String name : List.of("at", "graph")) {
            if (line.has(name)) {
                line.put(name, earlier(line.path(name).asText()));
            }
        }
        if (line.has("previousHash")) {
            line.put("previousHash", now(line.path("previousHash").asText()));
        }
        byte[] object = JournalText.of(line);
        if (summed) {
            LineSum.write(chain == null ? object : chained(chain, object), older);
        } else {
            older.writeBytes((new String(object, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private String now(String hash) {
        return hashes.getOrDefault(hash, hash);
    }

    private String earlier(String at) {
        return Journal.time(Instant.parse(at).minus(time).plusMillis(1).truncatedTo(ChronoUnit.SECONDS));
    }

    private void head(Path file) {
        if (Files.exists(file)) {
            StateWords words = StateWords.read(file);
            for (String name : List.of("hash", "previous-hash")) {
                if (words.has(name)) {
                    words.put(name, now(words.get(name)));
                }
            }
            words.keep();
        }
    }

    /** The next line of a chain, without its sum. */
    static byte[] chained(LineHash chain, byte[] object) {
        return LineHash.with(object, chain.next(object, 0, object.length - 1));
    }
}

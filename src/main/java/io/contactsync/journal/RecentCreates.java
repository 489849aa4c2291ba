package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Fnv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The creates that were sent so recently that a mailbox's list need not show them yet, read from the journals of earlier runs. As long as a key
 * is in here it is not created: an unclear create may still be applied late, and a new contact may be listed late; Graph publishes no bound for
 * either. A create that Graph certainly refused is not in here, nor is anything of a mailbox whose list has since shown every single one of them, at
 * least {@value #LIST_LAG_MINUTES} minutes after the last was sent (a list may also fall back behind what it has shown before).
 *
 * <p>Held as 64-bit hashes. Two keys that collide cost one of them a delay until it has settled, nothing else.
 */
public final class RecentCreates {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int TIME_START = "{\"at\":\"".length();
    private static final int TIME_LENGTH = "2026-11-23T01:20:39.123Z".length();

    private static final int LIST_LAG_MINUTES = 2;

    /** What was sent to one mailbox, and when last. */
    private static final class Sent {
        private final LongSet keys = new LongSet();
        private Instant last = Instant.MIN;
    }

    private final Map<String, Sent> sent = new HashMap<>();
    private final Map<String, LongSet> made = new HashMap<>();

    private RecentCreates() {
    }

    /**
     * Reads the journals below a folder.
     *
     * @param runs the folder of the runs' folders
     * @param now the time now
     * @param settle how long a create stays recent
     * @throws JournalException if a journal cannot be read: never taken for empty
     */
    public static RecentCreates read(Path runs, Instant now, Duration settle) {
        RecentCreates recent = new RecentCreates();
        Instant since = now.minus(settle);
        if (Files.isDirectory(runs)) {
            try (Stream<Path> folders = Files.list(runs)) {
                folders.sorted().map(folder -> folder.resolve(Journal.FILE)).filter(file -> changedSince(file, since)).forEach(file -> recent.read(file, since));
            } catch (IOException | UncheckedIOException unreadable) {
                throw new JournalException("the journals below '" + runs + "' cannot be read", unreadable);
            }
        }
        return recent;
    }

    /** Whether a create of that key in that mailbox was sent recently and may have been applied. */
    public boolean contains(String mailbox, ContactKey key) {
        Sent recently = sent.get(mailbox);
        return recently != null && recently.keys.contains(Fnv.hash(key.text()));
    }

    /** Whether this data folder has sent a create of that key to that mailbox lately, whatever became of it. */
    public boolean isMade(String mailbox, ContactKey key) {
        LongSet keys = made.get(mailbox);
        return keys != null && keys.contains(Fnv.hash(key.text()));
    }

    /** Whether a list that shows so many keys of those sent to that mailbox shows all of them. */
    public boolean isConfirmedBy(String mailbox, int listed) {
        Sent recently = sent.get(mailbox);
        return recently == null || recently.keys.size() == listed;
    }

    private static boolean changedSince(Path file, Instant since) {
        try {
            return Files.exists(file) && !Files.getLastModifiedTime(file).toInstant().isBefore(since);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(Path file, Instant since) {
        String from = Journal.TIME.format(since);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            String next;
            for (String line = lines.readLine(); line != null; line = next) {
                next = lines.readLine();
                if (matters(line, next == null) && line.substring(TIME_START, TIME_START + TIME_LENGTH).compareTo(from) >= 0) {
                    take(line, next == null);
                }
            }
        } catch (IOException unreadable) {
            throw new JournalException("the journal '" + file + "' cannot be read", unreadable);
        }
    }

    /** A cheap look before the parser: most lines are old or of another kind. The last one may be torn, anywhere: what it speaks of was never sent. */
    private static boolean matters(String line, boolean last) throws IOException {
        boolean whole = line.length() > TIME_START + TIME_LENGTH && line.startsWith("{") && line.endsWith("}");
        if (!whole && !last) {
            throw new IOException("damaged before its last line");
        }
        return whole && (line.contains("\"change\":\"create\"") || line.contains("\"event\":\"plan\""));
    }

    private void take(String line, boolean last) throws IOException {
        Map<String, String> members = new HashMap<>();
        try {
            parse(line, members);
        } catch (JsonProcessingException damaged) {
            if (!last) {
                throw damaged;
            }
            return;
        }
        remember(members.get("event"), members.getOrDefault("mailbox", ""), members);
    }

    private static void parse(String line, Map<String, String> members) throws IOException {
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    members.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private void remember(String event, String mailbox, Map<String, String> members) {
        Instant at = Instant.parse(members.get("at"));
        switch (event) {
            case "plan" -> {
                Sent recently = sent.get(mailbox);
                if (recently != null && "true".equals(members.get("settled")) && !at.isBefore(recently.last.plus(LIST_LAG_MINUTES, ChronoUnit.MINUTES))) {
                    sent.remove(mailbox);
                }
            }
            case "intent" -> sent(mailbox, members.get("key"), at);
            case "outcome" -> {
                if (Set.of("applied", "unknown").contains(members.get("outcome"))) {
                    sent(mailbox, members.get("key"), at);
                } else if (sent.containsKey(mailbox)) {
                    sent.get(mailbox).keys.remove(Fnv.hash(members.get("key")));
                }
            }
            default -> { }
        }
    }

    /** A create may go out long after its intent, if the mailbox had to wait: it is recent from its outcome on. */
    private void sent(String mailbox, String key, Instant at) {
        Sent recently = sent.computeIfAbsent(mailbox, unknown -> new Sent());
        recently.keys.add(Fnv.hash(key));
        made.computeIfAbsent(mailbox, unknown -> new LongSet()).add(Fnv.hash(key));
        recently.last = at;
    }
}

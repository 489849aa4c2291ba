package io.contactsync.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.KnownTarget;

/**
 * Which mailboxes are or were targets, and how many contacts of ours each holds: {@code state/targets}, one line a
 * mailbox. It is how a mailbox is found again that has left the targets. Where it is missing or damaged, the journals
 * tell which mailboxes there were.
 */
public final class TargetMemory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<byte[]> MARKS = List.of(Grammar.PLAN.text().getBytes(StandardCharsets.US_ASCII));

    private final DataPlaces places;
    private boolean damaged;
    private List<KnownTarget> there;

    /** In that data folder. */
    public TargetMemory(Path data) {
        this.places = new DataPlaces(data);
    }

    /**
     * All of them by their ids.
     *
     * @throws JournalException if neither the file nor the journals can be read
     */
    public Map<String, KnownTarget> read() {
        Map<String, KnownTarget> known = new TreeMap<>();
        there = null;
        damaged = Files.exists(places.targets(), LinkOption.NOFOLLOW_LINKS) && !isRead(known);
        if (damaged || !Files.exists(places.targets(), LinkOption.NOFOLLOW_LINKS)) {
            known.clear();
            EarlierRuns.journals(places.runs(), "").forEach(span -> JournalReader.each(span.folder(), MARKS,
                    line -> add(known, line.members().getOrDefault("mailbox", ""))));
        }
        return known;
    }

    private static void add(Map<String, KnownTarget> known, String mailbox) {
        known.putIfAbsent(mailbox, new KnownTarget(mailbox, KnownTarget.UNKNOWN, null));
    }

    /** Whether the file was there, but not as it was written, when it was read last. */
    public boolean isDamaged() {
        return damaged;
    }

    /** Where it lies. */
    public Path file() {
        return places.targets();
    }

    private boolean isRead(Map<String, KnownTarget> known) {
        try {
            boolean isAllSummed = SummedLines.read(places.targets(), line -> {
                KnownTarget mailbox = mailbox(JSON.readTree(line));
                known.put(mailbox.id(), mailbox);
            });
            there = isAllSummed ? List.copyOf(known.values()) : null;
            return true;
        } catch (IOException | DateTimeException unreadable) {
            return false;
        }
    }

    private static KnownTarget mailbox(JsonNode line) {
        return new KnownTarget(line.path("mailbox").asText(), line.path("contacts").asInt(KnownTarget.UNKNOWN),
                line.has("missed") ? Instant.parse(line.path("missed").asText()) : null);
    }

    /**
     * Remembers them from now on; what was read, or written last, need not be written again. One of an older version
     * gets its sum over all lines.
     *
     * @throws JournalException if they cannot be written
     */
    public void write(Collection<KnownTarget> known) {
        List<KnownTarget> now = List.copyOf(known);
        if (now.equals(there) && Files.exists(places.targets(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        there = null;
        try {
            SummedLines.write(places.targets(), lines -> {
                for (KnownTarget mailbox : now) {
                    lines.line(JSON.writeValueAsBytes(line(mailbox)));
                }
            });
            there = now;
        } catch (IOException unwritable) {
            throw new JournalException("the state file '" + places.targets() + "' cannot be written", unwritable);
        }
    }

    private static ObjectNode line(KnownTarget mailbox) {
        ObjectNode line = JSON.createObjectNode().put("mailbox", mailbox.id()).put("contacts", mailbox.contacts());
        return mailbox.missed() == null ? line : line.put("missed", Journal.time(mailbox.missed()));
    }
}

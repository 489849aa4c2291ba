package io.contactsync.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.contact.CurrentContactReader;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.core.Acquaintance;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Desired;
import io.contactsync.core.DesiredContact;
import io.contactsync.core.DriftRules;
import io.contactsync.core.Fnv;
import io.contactsync.core.Freshness;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.KnownMailbox;
import io.contactsync.core.Plan;
import io.contactsync.core.Planner;
import io.contactsync.core.Policy;
import io.contactsync.core.SourceState;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a row of a mailbox's list costs where nothing has changed: read and planned. The argument: mailboxes. */
public final class RowBenchmark {

    private static final int ROWS = 500;
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private RowBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        int mailboxes = arguments.length == 0 ? 2_000 : Integer.parseInt(arguments[0]);
        List<ContactKey> keys = IntStream.range(0, ROWS).mapToObj(row -> new ContactKey("graph-users",
                UUID.nameUUIDFromBytes(new byte[] {(byte) row, (byte) (row >> 8)}).toString())).toList();
        Desired desired = new Desired(keys.stream().map(key -> new DesiredContact(key, hash(key))).toList());
        Map<Long, String> versions = new TreeMap<>();
        keys.forEach(key -> versions.put(Fnv.hash(key.text()), key.id()));
        KnownMailbox known = new KnownMailbox(versions.keySet().stream().mapToLong(Long::longValue).toArray(),
                versions.values().stream().mapToLong(Fnv::hash).toArray(), NOW.getEpochSecond(), true, Map.of(),
                Map.of());
        byte[] page = keys.stream().map(RowBenchmark::row).collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 4; round++) {
            long began = cpu();
            List<CurrentContact> rows = List.of();
            for (int mailbox = 0; mailbox < mailboxes; mailbox++) {
                rows = read(page);
            }
            long read = cpu();
            for (int mailbox = 0; mailbox < mailboxes; mailbox++) {
                plan(desired, rows, known);
            }
            double each = 1e3 * ROWS * mailboxes;
            System.out.printf(Locale.ROOT, "%.2f µs of processor time a row to read, %.2f µs to plan%n",
                    (read - began) / each, (cpu() - read) / each);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String hash(ContactKey key) {
        return Integer.toHexString(key.hashCode()).repeat(3);
    }

    private static String row(ContactKey key) {
        return "{\"@odata.etag\":\"W/\\\"" + "e".repeat(40) + "\\\"\",\"id\":\"" + "i".repeat(100) + key.id()
                + "\",\"changeKey\":\"" + key.id() + "\",\"categories\":[\"Company\"],\"createdDateTime\":"
                + "\"2026-11-20T08:15:30Z\",\"singleValueExtendedProperties\":[{\"id\":\"" + HiddenProperties.KEY
                + "\",\"value\":\"" + new HiddenKey("main", key).text() + "\"},{\"id\":\"" + HiddenProperties.HASH
                + "\",\"value\":\"" + hash(key) + "\"}]}";
    }

    private static List<CurrentContact> read(byte[] page) throws IOException {
        CurrentContactReader reader = new CurrentContactReader("Company");
        List<CurrentContact> rows = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(page)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                rows.add(reader.read(json));
            }
        }
        return rows;
    }

    private static void plan(Desired desired, List<CurrentContact> rows, KnownMailbox known) {
        Plan plan = Planner.plan(desired, Set.of(), rows.iterator(),
                new Policy("main", Map.of("graph-users", SourceState.COMPLETE), Set.of()), key -> false,
                new Freshness(NOW, Duration.ofMinutes(15), key -> false),
                Acquaintance.of(known, DriftRules.STANDARD, NOW), DriftRules.STANDARD);
        if (plan.unchanged() != ROWS) {
            throw new IllegalStateException("not as desired: " + plan);
        }
    }
}

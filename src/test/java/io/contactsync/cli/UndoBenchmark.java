package io.contactsync.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.core.Sha256;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.store.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A run over many mailboxes is undone, and what mailboxes hold is compared with what they held before it, seen from
 * above. {@code --mailboxes 200 --contacts 500}
 */
public final class UndoBenchmark {

    private static final Duration SETTLED = Duration.ofMinutes(20);
    private static final List<String> ITS_OWN = List.of("id", "changeKey", "createdDateTime", "lastModifiedDateTime",
            "@odata.etag");

    private final Sandbox sandbox;
    private final Tenant tenant;
    private final RunData data;
    private final List<String> settings = new ArrayList<>();

    /** What a contact of ours is: where, and whose. */
    private record Held(String mailbox, String key) {
    }

    /** A day of the central mailbox: so many contacts of a hundred are changed, deleted and created. */
    private record Day(String name, int changed, int deleted, int created, int edited) {
    }

    private UndoBenchmark(Path folder, int mailboxes, int contacts) {
        sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(mailboxes).withCentralContacts(contacts));
        tenant = sandbox.tenant();
        data = new RunData(folder);
        Map<String, String> all = new HashMap<>(new SandboxAccess(sandbox.address()).synchronisation());
        all.putAll(Map.of("sync.sources", "graph-contacts", "source.graph-contacts.region", "US", "sync.data",
                folder.toString(), "guard.vanished-min", "100000", "guard.changed-percent", "100",
                "guard.deletes-min", "100000"));
        all.forEach((key, value) -> settings.addAll(List.of("--set", key + "=" + value)));
    }

    /** Prints a line a kind of run. */
    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        int mailboxes = Integer.parseInt(given.get(given.indexOf("--mailboxes") + 1));
        int contacts = Integer.parseInt(given.get(given.indexOf("--contacts") + 1));
        for (Day day : List.of(new Day("updates", 20, 0, 0, 0), new Day("deletes", 0, 10, 0, 0),
                new Day("creates", 0, 0, 10, 0), new Day("mixture", 20, 10, 10, 0),
                new Day("mixture, 5 % edited", 20, 10, 10, 5))) {
            UndoBenchmark bench = new UndoBenchmark(Files.createTempDirectory("undo").resolve("data"), mailboxes,
                    contacts);
            try {
                System.out.println(bench.play(day, contacts));
            } finally {
                bench.sandbox.close();
            }
        }
    }

    private String play(Day day, int contacts) {
        command("sync");
        Map<Held, String> before = held(new HashMap<>());
        live(day, contacts);
        JsonNode run = command("sync").path("changes");
        Map<Held, String> ids = new HashMap<>();
        Map<Held, String> written = held(ids);
        Set<Held> edited = edit(day.edited(), ids);
        Map<Held, String> touched = held(new HashMap<>());
        long began = System.nanoTime();
        JsonNode undo = command("undo", "latest", "--yes");
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Map<Held, String> after = held(new HashMap<>());
        Set<Held> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        long different = all.stream().filter(held -> !edited.contains(held))
                .filter(held -> !String.valueOf(before.get(held)).equals(after.get(held) + "")).count();
        long theirs = edited.stream().filter(held -> !touched.get(held).equals(after.get(held))).count();
        long named = edited.stream().filter(held -> !written.get(held).equals(before.get(held))).count();
        int spared = 0;
        for (JsonNode each : undo.path("spared")) {
            spared += each.path("mailboxes").size();
        }
        return String.format("%s: run %s, undone %s in %d s (plan and question included); of %,d contacts %d differ "
                + "from before; %d edited, %d of them not as edited, %d of the run's, %d named", day.name(), run,
                undo.path("changes"), took.toSeconds(), all.size(), different, edited.size(), theirs, named, spared);
    }

    private JsonNode command(String... words) {
        data.makeOlder(SETTLED);
        tenant.mailboxes().forEach(mailbox -> tenant.ageContacts(mailbox, SETTLED));
        List<String> line = new ArrayList<>(List.of(words));
        line.add("--json");
        line.addAll(settings);
        SyncBench.Result result = SyncBench.run(line.toArray(String[]::new));
        if (result.exit() != 0 && result.exit() != 3) {
            throw new IllegalStateException(result.err() + result.out());
        }
        return result.json();
    }

    private void live(Day day, int contacts) {
        String central = sandbox.address().centralMailbox();
        List<String> ids = new ArrayList<>(tenant.snapshot(central).keySet());
        int changed = contacts * day.changed() / 100;
        int deleted = contacts * day.deleted() / 100;
        ids.subList(0, changed).forEach(id -> tenant.changeContact(central, id,
                "{\"mobilePhone\":\"+1 202-224-9999\",\"jobTitle\":\"Of the run\"}"));
        ids.subList(changed, changed + deleted).forEach(id -> tenant.deleteContact(central, id));
        for (int number = 0; number < contacts * day.created() / 100; number++) {
            tenant.createContact(central, "{\"displayName\":\"New " + number + "\",\"jobTitle\":\"Of the run\"}");
        }
    }

    private Set<Held> edit(int percent, Map<Held, String> ids) {
        Set<Held> edited = new HashSet<>();
        int[] number = {0};
        ids.forEach((held, id) -> {
            if (number[0]++ % 100 < percent) {
                tenant.changeContact(held.mailbox(), id, "{\"businessPhones\":[\"+49 30 1\"]}");
                edited.add(held);
            }
        });
        return edited;
    }

    /** All that is seen of contacts of ours, as a hash. */
    private Map<Held, String> held(Map<Held, String> ids) {
        Map<Held, String> held = new HashMap<>();
        for (String mailbox : tenant.mailboxes()) {
            tenant.snapshot(mailbox).forEach((id, json) -> {
                ObjectNode contact = (ObjectNode) RunData.parse(new String(json, StandardCharsets.UTF_8));
                String key = key(contact);
                if (!key.isEmpty()) {
                    contact.remove(ITS_OWN);
                    held.put(new Held(mailbox, key), HexFormat.of().formatHex(Sha256.of(contact.toString())));
                    ids.put(new Held(mailbox, key), id);
                }
            });
        }
        return held;
    }

    private static String key(JsonNode contact) {
        for (JsonNode property : contact.path("singleValueExtendedProperties")) {
            if (property.path("id").asText().equals(HiddenProperties.KEY)) {
                return property.path("value").asText();
            }
        }
        return "";
    }
}

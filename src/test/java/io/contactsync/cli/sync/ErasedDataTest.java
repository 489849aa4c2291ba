package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench.Result;
import io.contactsync.core.ContactKey;
import io.contactsync.core.KnownUsers;
import io.contactsync.journal.RefusedContact;
import io.contactsync.journal.DesiredMemory;
import io.contactsync.journal.RefusedFile;
import io.contactsync.journal.UserMemory;
import io.contactsync.run.BeforeImages;
import io.contactsync.run.PersonErasure;
import io.contactsync.run.RunSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Of a person who was erased nothing is left in the whole data folder. */
class ErasedDataTest extends PlannedTenant {

    private static final List<String> WORDS = List.of("Zoe Zimmer", "Zoe Zimmermann", "zoe.zimmer@mail.example",
            "zoe@zimmer.example", "202-224-7777", "202-224-7778", "202-224-7779", "My Zimmer");
    private static final String ZOE = "{\"displayName\":\"Zoe Zimmer\",\"mobilePhone\":\"+1 202-224-7777\","
            + "\"businessPhones\":[\"+1 202-224-9000\"],\"homePhones\":[\"+1 202-224-7779\"],"
            + "\"emailAddresses\":[{\"name\":\"Zoe Zimmer\",\"address\":\"zoe.zimmer@mail.example\"}]}";

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(bench.data())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where any of that stands, in the data folder as it is. */
    private Set<String> traces(List<String> words) throws IOException {
        Set<String> traces = new TreeSet<>();
        for (Path file : files()) {
            String text = text(file);
            words.stream().filter(text::contains)
                    .forEach(word -> traces.add(bench.data().relativize(file) + ": " + word));
        }
        return traces;
    }

    /** Her contact is created, changed, edited by an owner, planned, told, and deleted at last. */
    private ContactKey life() {
        bench.with("journal.personal-data", "true");
        String id = bench.sandbox().tenant().createContact(central, ZOE);
        bench.sandbox().tenant().createContact(central, "{\"displayName\":\"Cleo Apply\","
                + "\"businessPhones\":[\"+1 202-224-9000\"]}");
        assertThat(bench.json().changes()).containsExactly(8, 0, 0);
        bench.letPass(Duration.ofMinutes(16));
        bench.sandbox().tenant().changeContact(central, id, "{\"displayName\":\"Zoe Zimmermann\",\"mobilePhone\":"
                + "\"+1 202-224-7778\",\"emailAddresses\":[{\"address\":\"zoe@zimmer.example\"}]}");
        assertThat(bench.json("--dry-run").exit()).isZero();
        assertThat(bench.json().changes()).containsExactly(0, 4, 0);
        String theirs = contact(targets.get(0));
        bench.sandbox().tenant().changeContact(targets.get(0), bench.byOwner(theirs), "{\"nickName\":\"My Zimmer\"}");
        bench.sandbox().tenant().changeContact(targets.get(0), bench.byOwner(theirs), "{\"jobTitle\":\"My Zimmer\"}");
        assertThat(bench.json().exit()).isZero();
        bench.sandbox().tenant().deleteContact(central, id);
        assertThat(bench.json("--dry-run").exit()).isZero();
        bench.letPass(Duration.ofDays(31));
        Result gone = bench.json();
        assertThat(gone.changes()).as(gone.err()).containsExactly(0, 0, 4);
        assertThat(bench.command("report", "latest").exit()).isZero();
        ContactKey key = ContactKey.parse(bench.journal("intent").get(0).path("key").asText());
        RefusedContact refused = new RefusedContact(key, "h", "400", "Zoe Zimmer", Instant.now(), 4);
        new RefusedFile(bench.data()).write(List.of(refused));
        new DesiredMemory(bench.data()).write(new DesiredMemory.Known("f", "w", Map.of(key.shown(), "h")));
        new UserMemory(bench.data()).write("targets", new UserMemory.Read(KnownUsers.NOTHING,
                List.of("{\"displayName\":\"Zoe Zimmer\"}".getBytes(StandardCharsets.UTF_8))));
        return key;
    }

    private String contact(String mailbox) {
        return bench.sandbox().tenant().snapshot(mailbox).entrySet().stream()
                .filter(each -> new String(each.getValue(), StandardCharsets.UTF_8).contains("Zoe Zimmermann"))
                .findFirst().orElseThrow().getKey();
    }

    private void erase(ContactKey key) {
        String data = bench.data().toString();
        RunSettings settings = RunSettings.of("main", "graph-contacts", "", true, 10, 15, true, data);
        new PersonErasure(settings, new BeforeImages(data, 30, ""), key,
                List.of("Zoe Zimmermann", "zoe@zimmer.example")).carryOut("root", Clock.systemUTC());
    }

    @Test
    void neitherNamesNorAddressesNorNumbersStandAnywhere() throws IOException {
        ContactKey key = life();
        assertThat(files()).anyMatch(file -> file.toString().endsWith(".gz"));
        assertThat(traces(WORDS)).as("before, there is something to erase").anyMatch(each -> each.contains(".gz"))
                .anyMatch(each -> each.contains("state/refused")).anyMatch(each -> each.contains("state/images"))
                .anyMatch(each -> each.contains("state/users"))
                .anyMatch(each -> each.contains("plan.jsonl"));
        assertThat(traces(List.of(key.shown().id()))).anyMatch(each -> each.contains("state/desired"));
        erase(key);
        assertThat(traces(WORDS)).isEmpty();
        assertThat(traces(List.of(key.id(), key.shown().id()))).isEmpty();
        for (Path run : bench.journals()) {
            assertThat(bench.command("report", run.getParent().getFileName().toString()).exit()).isZero();
        }
        assertThat(traces(WORDS)).as("a page that is made anew").isEmpty();
        assertThat(traces(List.of("+1 202-224-9000"))).as("a number that others have, too").isNotEmpty();
    }
}

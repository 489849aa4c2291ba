package io.contactsync.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.core.ContactKey;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.ImageSeal;
import io.contactsync.journal.ImageStore;
import io.contactsync.journal.Journal;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.Reading;
import io.contactsync.journal.Readings;
import io.contactsync.journal.StoredImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail as an administrator types for it. */
class AuditCommandTest {

    private static final Instant MAY = Instant.parse("2026-05-01T12:00:00Z");
    private static final ContactKey ANN = new ContactKey("graph-users", "6f1a0f1b-a55e-3a76-ac5c-ba7828ec02f9");
    private static final ContactKey EVA = new ContactKey("acme", "=HYPERLINK(1)");
    private static final String BOX = "8c946861-5ae2-31d1-af90-bb9989fc7220";

    @TempDir
    Path data;

    @BeforeEach
    void write() {
        write("20260501-120000-000-0001", MAY);
        write("20260601-120000-000-0001", MAY.plusSeconds(31 * 86_400));
        Reading.Named ann = new Reading.Named(ANN, "Ann Bär", List.of("ann@contoso.com"), "h");
        new Readings(data).write(new Reading("graph-users", "r", MAY, "complete", List.of(), List.of(),
                List.of(new Reading.Former(ann, MAY)), List.of()));
    }

    private void write(String run, Instant at) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        try (Journal journal = Journal.begin(data, data.resolve("runs").resolve(run), clock)) {
            journal.write(JournalEntry.of(Grammar.RUN_START).with("run", run).with("mode", "sync"));
            for (ContactKey key : List.of(ANN, EVA)) {
                journal.write(JournalEntry.of(Grammar.OUTCOME).with("mailbox", BOX).with("change", "create")
                        .with("key", key.text()).with("outcome", "applied").with("name", "=cmd|' /C calc'!A0"));
            }
            journal.write(JournalEntry.of(Grammar.RUN_END).with("run", run));
        }
    }

    private Result audit(String... words) {
        List<String> line = new ArrayList<>(List.of("audit"));
        line.addAll(List.of(words));
        line.addAll(List.of("--set", "sync.data=" + data));
        return SyncBench.run(line.toArray(String[]::new));
    }

    @Test
    void soundJournalsAreToldInNumbersAndWhatThatDoesNotProve() {
        Result sound = audit("verify");
        assertThat(sound.exit()).isZero();
        assertThat(sound.out()).startsWith("as they were written: 2 journals, 8 lines, ")
                .contains("last hash ", " of 20260601-120000-000-0001", "written anew", "does not prove");
        assertThat(sound.out().lines()).allMatch(line -> line.length() <= 80);
        Result json = audit("verify", "--json");
        assertThat(json.json().path("sound").asBoolean()).isTrue();
        assertThat(json.number("/lines")).isEqualTo(8);
    }

    @Test
    void whatIsWrongIsNamedFirstAndTheExitCodeIsOne() throws IOException {
        Path journal = data.resolve("runs/20260501-120000-000-0001/journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("HYPER", "hyper"));
        Result wrong = audit("verify");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(String.join(" ", wrong.out().lines().toList())).startsWith("not as it was written: the journal '"
                + journal + "' is damaged in line 3");
        assertThat(audit("verify", "--json").json().at("/bad/0/run").asText()).isEqualTo("20260501-120000-000-0001");
        Result rest = audit("export", "--json");
        assertThat(rest.exit()).isEqualTo(3);
        assertThat(rest.out().lines()).hasSize(2 + 4);
        assertThat(rest.sentences()).singleElement().asString().contains("left out from there on", "in line 3");
    }

    @Test
    void aPersonAMailboxAndATimeNarrowAnExport() {
        assertThat(audit("export", "--json", "--person", "ann bär").out().lines()).hasSize(2)
                .allMatch(line -> line.contains(ANN.text()));
        assertThat(audit("export", "--json", "--mailbox", BOX).out().lines()).hasSize(4);
        assertThat(audit("export", "--json", "--person", EVA.text(), "--from", "2026-05-02").out().lines())
                .singleElement().asString()
                .startsWith("{\"journal\":\"20260601-120000-000-0001\",\"at\":\"2026-06-01T");
        assertThat(audit("export", "--json", "--to", "2026-05-01").out().lines()).hasSize(4);
        assertThat(audit("export", "--json", "--to", "2026-05-01T12:00:00Z").out()).isEmpty();
    }

    @Test
    void noSpreadsheetComputesAnExport() throws IOException {
        String csv = audit("export", "--csv", "--person", EVA.text()).out();
        List<CSVRecord> rows = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build()
                .parse(new java.io.StringReader(csv)).getRecords();
        assertThat(rows).hasSize(2).allSatisfy(row -> {
            assertThat(row.get("name")).isEqualTo("'=cmd|' /C calc'!A0");
            assertThat(row.get("key")).isEqualTo(EVA.text());
            assertThat(row.get("outcome")).isEqualTo("applied");
        });
    }

    @Test
    void aFileIsItsOwnersAlone() throws IOException {
        Path file = data.resolve("out.csv");
        Result written = audit("export", "--csv", "--output", file.toString());
        assertThat(written.exit()).isZero();
        assertThat(written.out()).isEmpty();
        assertThat(Files.readAllLines(file)).hasSize(9);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aPersonIsErasedAndVerifyStaysContent() throws IOException {
        new ImageStore(data, ImageSeal.of(""), Duration.ofDays(30)).keep(List.of(
                new StoredImage(ANN, "h", "h", "{\"displayName\":\"Ann Bär\"}", null),
                new StoredImage(EVA, "i", "i", "{\"displayName\":\"Eva\"}", null)), MAY);
        assertThat(audit("erase", "ann@contoso.com").sentences()).singleElement().asString()
                .contains("Ann Bär", "add --yes");
        Result erased = audit("erase", "ann@contoso.com", "--yes");
        assertThat(erased.err()).isEmpty();
        assertThat(erased.out()).contains("erased from 2 lines of 2 journal files", "stays");
        assertThat(audit("verify").exit()).isZero();
        assertThat(audit("export", "--json").out()).doesNotContain(ANN.id())
                .contains("\"event\":\"erased\"", "erased-0");
        assertThat(Files.readString(data.resolve("state/readings/graph-users.jsonl"))).doesNotContain("ann@");
        assertThat(Files.readString(data.resolve("state/images/contents.jsonl"))).doesNotContain("Ann").contains("Eva");
        assertThat(audit("erase", "ann@contoso.com", "--yes").exit()).isEqualTo(2);
    }

    @Test
    void mistakesAreOneSentence() {
        assertThat(audit("export").sentences()).singleElement().asString().contains("either --csv or --json");
        assertThat(audit("export", "--csv", "--from", "yesterday").sentences()).singleElement().asString()
                .contains("--from must be a day or a time in UTC", "was 'yesterday'");
        assertThat(audit("export", "--csv", "--person", "nobody").sentences()).singleElement().asString()
                .contains("no source names, leaves out or named 'nobody'");
        assertThat(audit("export", "--csv", "--mailbox", "nobody").exit()).isEqualTo(2);
        assertThat(audit().exit()).isEqualTo(2);
    }
}

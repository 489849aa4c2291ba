package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is old enough goes, the oldest first, and is told; a clock that has jumped removes nothing. */
class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path data;
    private final List<JournalEntry> said = new ArrayList<>();

    private void write(String run, int daysAgo) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        try (Journal journal = begin(run, at)) {
            journal.write(JournalEntry.of(Grammar.RUN_END).with("run", run));
        }
    }

    private Journal begin(String run, Instant at) {
        Journal journal = Journal.begin(data, data.resolve("runs").resolve(run), Clock.fixed(at, ZoneOffset.UTC));
        journal.write(JournalEntry.of(Grammar.RUN_START).with("run", run).with("mode", "sync"));
        journal.write(JournalEntry.of(Grammar.TARGETS).with("mailboxes", 0));
        journal.write(JournalEntry.of(Grammar.CLOCK).with("graph", Journal.time(at)));
        return journal;
    }

    private List<String> runs() {
        return new JournalArchive(data).runs();
    }

    private int remove(TimeScale now, int days) {
        return new Retention(data, now, "none").remove(days, "journal.keep-days=" + days, said::add);
    }

    @Test
    void whatIsOldEnoughIsRemovedAndTheChainTellsIt() throws Exception {
        write("1", 500);
        write("2", 401);
        write("3", 399);
        Files.writeString(data.resolve("runs").resolve("1").resolve("report.json"), "{}");
        try (Journal journal = begin("4", NOW)) {
            assertThat(new Retention(data, new TimeScale(NOW, NOW), "4").remove(400, "journal.keep-days=400",
                    journal::write)).isEqualTo(2);
            journal.write(JournalEntry.of(Grammar.RUN_END).with("run", "4"));
        }
        assertThat(runs()).containsExactly("3", "4");
        AuditCheck.Verdict verdict = AuditCheck.of(data);
        assertThat(verdict.bad()).isEmpty();
        assertThat(verdict.notes()).singleElement().asString().contains("before 3, runs were removed", ": 2 ");
        assertThat(Files.readString(data.resolve("runs").resolve("4").resolve(Journal.FILE)))
                .contains("\"event\":\"removed\",\"of\":\"1\",\"lines\":4,\"last\":\"",
                "\"rule\":\"journal.keep-days=400\"");
        GrammarCheck.all(data);
    }

    /** Said, but killed before it was done: the next run does it, and nobody is misled. */
    @Test
    void aRemovalThatWasCutShortIsNoDamage() throws Exception {
        write("1", 500);
        write("2", 10);
        try (Journal journal = begin("3", NOW)) {
            CheckedJournal one = CheckedJournal.of(data.resolve("runs").resolve("1"));
            journal.write(JournalEntry.of(Grammar.REMOVED).with("of", "1").with("lines", 4).with("last", one.hash()));
            journal.write(JournalEntry.of(Grammar.RUN_END).with("run", "3"));
        }
        assertThat(AuditCheck.of(data).bad()).isEmpty();
        assertThat(remove(new TimeScale(NOW, NOW), 400)).isEqualTo(1);
        assertThat(AuditCheck.of(data).bad()).isEmpty();
    }

    @Test
    void aClockThatJumpedRemovesNothing() {
        write("1", 100);
        write("2", 1);
        Instant ahead = NOW.plus(Duration.ofDays(4_000));
        assertThat(remove(new TimeScale(ahead, NOW), 50)).as("only this machine's is ahead").isZero();
        assertThat(remove(new TimeScale(NOW, ahead), 50)).as("only Graph's is ahead").isZero();
        assertThat(remove(new TimeScale(NOW, null), 50)).as("Graph told no time").isZero();
        Instant back = NOW.minus(Duration.ofDays(20));
        assertThat(remove(new TimeScale(back, back), 50)).as("a journal is younger than now").isZero();
        assertThat(said).isEmpty();
        assertThat(remove(new TimeScale(NOW, NOW), 50)).isEqualTo(1);
        assertThat(runs()).containsExactly("2");
    }

    @Test
    void oldJournalsAreCompressedAndReadAsBefore() throws Exception {
        write("1", 40);
        write("2", 29);
        new Retention(data, new TimeScale(NOW, NOW), "none").compress(() -> true);
        assertThat(data.resolve("runs/1/journal.jsonl.gz")).exists();
        assertThat(data.resolve("runs/1/journal.jsonl")).doesNotExist();
        assertThat(data.resolve("runs/2/journal.jsonl")).exists();
        JournalReader reader = JournalReader.of(data.resolve("runs"));
        assertThat(reader.runs()).containsExactly("1", "2");
        assertThat(reader.first("1").orElseThrow().text("mode")).isEqualTo("sync");
        assertThat(reader.search(List.of("run-end")).lines()).extracting(JournalLine::run).containsExactly("1", "2");
        assertThat(AuditCheck.of(data).bad()).isEmpty();
        assertThat(EarlierRuns.journals(data.resolve("runs"), "").get(0).start())
                .isEqualTo(NOW.minus(Duration.ofDays(40)));
    }
}

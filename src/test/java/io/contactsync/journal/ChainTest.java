package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals hang on each other through kills, torn ends, and files that follow each other under many writers. */
class ChainTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Duration SETTLE = Duration.ofMinutes(15);

    @TempDir
    Path data;

    private Path folder(String run) {
        return data.resolve("runs").resolve(run);
    }

    /** As a process leaves it that is killed: it is never closed. */
    @SuppressWarnings("resource")
    private Path killed(String run) {
        Journal journal = Journal.begin(data, folder(run), CLOCK);
        journal.write(JournalEntry.of(Grammar.RUN_START).with("run", run));
        journal.write(JournalEntry.of(Grammar.INTENT).with("mailbox", "alice").with("key", "staff|1"));
        return journal.file();
    }

    private String whole(String run) {
        try (Journal journal = Journal.begin(data, folder(run), CLOCK)) {
            journal.write(JournalEntry.of(Grammar.RUN_START).with("run", run));
            return journal.hash();
        }
    }

    private boolean isSettling() {
        EarlierRuns earlier = EarlierRuns.of(data, "9", new TimeScale(NOON, NOON), SETTLE);
        return earlier.settlingUntil() != null;
    }

    @Test
    void eachJournalNamesTheLastHashOfTheOneBefore() throws IOException {
        String hash = whole("1");
        whole("2");
        assertThat(Files.readString(folder("2").resolve(Journal.FILE)))
                .contains("\"previous\":\"1\",\"previousHash\":\"" + hash + "\"");
    }

    @Test
    void aTornEndOfAKilledRunIsCutWhereverItTore() throws IOException {
        Path file = killed("1");
        byte[] all = Files.readAllBytes(file);
        int start = new String(all, java.nio.charset.StandardCharsets.US_ASCII).indexOf("\n") + 1;
        byte[] state = Files.readAllBytes(data.resolve("state").resolve("chain"));
        for (int length = start + 1; length < all.length; length++) {
            Files.write(file, Arrays.copyOf(all, length));
            Files.write(data.resolve("state").resolve("chain"), state);
            String next = "2-" + length;
            whole(next);
            boolean all2 = length == all.length - 1;
            assertThat(Files.size(file)).as("cut after %d bytes", length).isEqualTo(all2 ? all.length : start);
            assertThat(Files.readString(folder(next).resolve(Journal.FILE)).contains("\"torn\":" + (length - start)))
                    .isEqualTo(!all2);
            assertThat(AuditCheck.of(data).bad()).isEmpty();
            assertThat(isSettling()).isFalse();
            Files.delete(folder(next).resolve(Journal.FILE));
        }
    }

    /** It may have been sent: it is cut, and for a settle time nothing is created. */
    @Test
    void aLastLineOfAKilledRunThatHasItsEndCostsASettleTime() throws IOException {
        Path file = killed("1");
        byte[] all = Files.readAllBytes(file);
        all[all.length - 40] ^= 1;
        Files.write(file, all);
        whole("2");
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(isSettling()).isTrue();
        assertThat(AuditCheck.of(data).bad()).isEmpty();
    }

    @Test
    void aRunThatEndedAndIsCutCostsASettleTimeAndIsNotMended() throws IOException {
        whole("1");
        try (Journal journal = Journal.begin(data, folder("2"), CLOCK)) {
            journal.write(JournalEntry.of(Grammar.RUN_START).with("run", "2"));
            journal.write(JournalEntry.of(Grammar.RUN_END).with("run", "2"));
        }
        Path file = folder("2").resolve(Journal.FILE);
        Files.write(file, Files.readAllLines(file).subList(0, 1));
        whole("3");
        assertThat(isSettling()).isTrue();
        assertThat(AuditCheck.of(data).bad()).singleElement().extracting(AuditCheck.Bad::sentence).asString()
                .contains("the journal of the run 2 does not end with");
        new JournalArchive(data).rebuild("root", CLOCK, SETTLE);
        AuditCheck.Verdict verdict = AuditCheck.of(data);
        assertThat(verdict.bad()).isEmpty();
        assertThat(verdict.notes()).singleElement().asString().contains("of the run 2 was set aside by hand");
        assertThat(data.resolve("set-aside").resolve("2").resolve(Journal.FILE)).exists();
        GrammarCheck.all(data.resolve("set-aside"));
        GrammarCheck.all(data);
    }

    @Test
    void aMissingJournalIsNotedByARebuildAndNamedNoMore() throws IOException {
        whole("1");
        whole("2");
        whole("3");
        Files.delete(folder("2").resolve(Journal.FILE));
        assertThat(new JournalArchive(data).rebuild("root", CLOCK, SETTLE)).singleElement()
                .satisfies(aside -> assertThat(aside.run()).isEqualTo("2"));
        AuditCheck.Verdict verdict = AuditCheck.of(data);
        assertThat(verdict.bad()).isEmpty();
        assertThat(verdict.journals()).isEqualTo(3);
        assertThat(isSettling()).isTrue();
        assertThat(new JournalArchive(data).rebuild("root", CLOCK, SETTLE)).isEmpty();
    }

    @Test
    void aRunKilledBeforeItsFirstLineIsPassedOver() throws IOException {
        String hash = whole("1");
        Journal.begin(data, folder("2"), CLOCK);
        whole("3");
        assertThat(Files.readString(folder("3").resolve(Journal.FILE)))
                .contains("\"previous\":\"1\",\"previousHash\":\"" + hash + "\"");
        assertThat(AuditCheck.of(data).bad()).isEmpty();
    }

    @Test
    void filesFollowEachOtherUnderManyWritersAndNoLineIsLost() throws Exception {
        int writers = 8;
        int rounds = 200;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try (Journal journal = Journal.begin(data, folder("1"), CLOCK, 5_000)) {
            journal.write(JournalEntry.of(Grammar.RUN_START).with("run", "1"));
            List<Callable<Void>> tasks = IntStream.range(0, writers).mapToObj(writer -> (Callable<Void>) () -> {
                for (int round = 0; round < rounds; round++) {
                    journal.write(List.of(JournalEntry.of(Grammar.INTENT).with("writer", writer).with("round", round)),
                            round % 5 == 0);
                }
                return null;
            }).toList();
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(JournalFiles.of(folder("1")).size()).isGreaterThan(20);
        AuditCheck.Verdict verdict = AuditCheck.of(data);
        assertThat(verdict.bad()).isEmpty();
        assertThat(verdict.lines()).isEqualTo(1 + writers * rounds);
        JournalReader reader = JournalReader.of(data.resolve("runs"));
        assertThat(reader.search(List.of("\"event\":\"intent\"")).lines()).hasSize(writers * rounds);
    }
}

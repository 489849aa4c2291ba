package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.ContactKey;
import io.contactsync.core.MatchedBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a run leaves beside its journal, so that the next one need not read it. */
class RecentIndexTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<String> MAILBOXES = List.of("alice", "bob", "carla ü");
    private static final List<ContactKey> KEYS = Stream.of("id-1", "id-2", "#x", "ben ü", "a|b")
            .map(id -> new ContactKey("staff", id)).toList();

    @TempDir
    Path data;

    private Path run(String run) {
        return data.resolve("runs").resolve(run);
    }

    private Path index(String run) {
        return run(run).resolve(RecentIndex.FILE);
    }

    /** Not written in the moment in which its index was: only by then an index is taken for younger. */
    private void age(String run) throws IOException {
        for (Path file : JournalFiles.of(run(run))) {
            Files.setLastModifiedTime(file,
                    FileTime.from(Files.getLastModifiedTime(index(run)).toInstant().minusSeconds(1)));
        }
    }

    private Journal begin(String run, Clock clock) {
        Journal journal = Journal.begin(data, run(run), clock);
        journal.write(JournalEntry.of(Grammar.RUN_START).with("run", run));
        return journal;
    }

    private static JournalEntry line(Grammar event, String mailbox) {
        return JournalEntry.of(event).with("mailbox", mailbox);
    }

    private static JournalEntry create(Grammar event, ContactKey key) {
        return line(event, "alice").with("change", "create").with("key", key.text());
    }

    private void ordinary(String run) throws IOException {
        try (Journal journal = begin(run, Clock.fixed(NOON, ZoneOffset.UTC))) {
            journal.write(JournalEntry.of(Grammar.CLOCK).with("graph", Journal.time(NOON)));
            journal.write(create(Grammar.INTENT, KEYS.get(0)));
            journal.write(create(Grammar.OUTCOME, KEYS.get(0)).with("outcome", "applied"));
            journal.write(Collections.nCopies(100, line(Grammar.MAILBOX, "alice")), false);
        }
    }

    private RecentCreates recent(Duration later, Duration settle) {
        return RecentCreates.read(EarlierRuns.journals(data.resolve("runs"), "now"),
                new TimeScale(NOON.plus(later), later.toSeconds() % 2 == 0 ? NOON.plus(later) : null), settle, false);
    }

    private boolean isKnown() {
        return recent(Duration.ofMinutes(1), Duration.ofMinutes(15)).contains("alice", KEYS.get(0));
    }

    /** The middle of the journal is no journal: whoever read it would refuse. */
    @Test
    void aStartReadsNoJournalOfARunThatEnded() throws IOException {
        ordinary("1");
        Path journal = run("1").resolve(Journal.FILE);
        Files.writeString(journal, Files.readString(journal).replaceFirst("\"intent\"", "\"indent\""));
        age("1");
        assertThat(isKnown()).isTrue();
        assertThat(recent(Duration.ofMinutes(1), Duration.ofMinutes(15)).contains("alice", KEYS.get(1))).isFalse();
    }

    @Test
    void aJournalThatSomebodyTouchedIsRead() throws IOException {
        ordinary("1");
        age("1");
        Path journal = run("1").resolve(Journal.FILE);
        Files.writeString(journal, Files.readString(journal).replaceFirst("\"intent\"", "\"indent\""));
        Files.setLastModifiedTime(journal, FileTime.from(Instant.now().plusSeconds(1)));
        assertThatThrownBy(this::isKnown).isInstanceOf(DamagedJournalException.class);
    }

    /** Nobody knows how its clock went: by its own one its creates might stay recent for days. */
    @Test
    void aJournalWithADamagedEndIsReadSoThatItsDamageIsTold() throws IOException {
        ordinary("1");
        Path journal = run("1").resolve(Journal.FILE);
        String whole = Files.readString(journal);
        for (String torn : List.of("x" + whole.substring(1), whole.substring(0, whole.length() - 2) + "x\n")) {
            Files.writeString(journal, torn);
            age("1");
            assertThatThrownBy(this::isKnown).as(torn).isInstanceOf(DamagedJournalException.class);
        }
    }

    @Test
    void aRunThatWasKilledHasNone() throws IOException {
        Journal killed = begin("1", Clock.fixed(NOON, ZoneOffset.UTC));
        killed.write(create(Grammar.INTENT, KEYS.get(0)));
        assertThat(index("1")).doesNotExist();
        assertThat(isKnown()).isTrue();
        killed.close();
        assertThat(index("1")).exists();
        assertThat(run("1").resolve(RecentIndex.FILE + ".new")).doesNotExist();
    }

    /** Each byte of it, and each cut: the journal is read then, which knows it all. */
    @Test
    void oneThatIsDamagedCountsForNothing() throws IOException {
        ordinary("1");
        byte[] whole = Files.readAllBytes(index("1"));
        for (int place = 0; place < whole.length; place++) {
            byte[] other = whole.clone();
            other[place] ^= 1;
            Files.write(index("1"), other);
            assertIsNotTaken("byte " + place);
            Files.write(index("1"), java.util.Arrays.copyOf(whole, place));
            assertIsNotTaken("cut at " + place);
        }
        Files.write(index("1"), java.util.Arrays.copyOf(whole, whole.length + 1));
        assertIsNotTaken("longer");
        Files.write(index("1"), whole);
        age("1");
        Files.writeString(run("1").resolve(Journal.FILE), "\n", java.nio.file.StandardOpenOption.APPEND);
        age("1");
        assertIsNotTaken("of another length of its journal");
    }

    private void assertIsNotTaken(String why) throws IOException {
        age("1");
        assertThat(RecentIndexReader.read(run("1"), (news, mailbox, key, at) -> {
            throw new AssertionError(why);
        })).as(why).isFalse();
    }

    /** Arbitrary journals, whatever may follow what, read at arbitrary times: both ways know the same. */
    @Test
    void saysWhatTheJournalSays() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RecentIndexTest -Dseed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            String run = String.format(java.util.Locale.ROOT, "%03d", round);
            write(run, random);
            age(run);
            Duration later = Duration.ofSeconds(random.nextInt(3_000));
            Duration settle = Duration.ofMinutes(random.nextInt(40));
            List<Object> indexed = known(recent(later, settle));
            List<Path> indexes = IntStream.rangeClosed(0, round).mapToObj(number -> index(String.format(
                    java.util.Locale.ROOT, "%03d", number))).toList();
            for (Path index : indexes) {
                Files.move(index, index.resolveSibling("away"));
            }
            assertThat(known(recent(later, settle))).as("round %d", round).isEqualTo(indexed);
            for (Path index : indexes) {
                Files.move(index.resolveSibling("away"), index);
            }
        }
    }

    private void write(String run, Random random) {
        Ticking clock = new Ticking(random);
        try (Journal journal = begin(run, clock)) {
            if (random.nextBoolean()) {
                journal.write(JournalEntry.of(Grammar.CLOCK).with("graph",
                        Journal.time(clock.instant().plusSeconds(random.nextInt(600) - 300))));
            }
            for (int lines = 1 + random.nextInt(60); lines > 0; lines--) {
                journal.write(IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(each -> line(random)).toList(),
                        false);
            }
        }
    }

    private static JournalEntry line(Random random) {
        Grammar event = List.of(Grammar.INTENT, Grammar.INTENT, Grammar.OUTCOME, Grammar.OUTCOME, Grammar.PLAN,
                Grammar.HANDED, Grammar.RETURNED, Grammar.LEFT, Grammar.MAILBOX).get(random.nextInt(9));
        JournalEntry entry = line(event, MAILBOXES.get(random.nextInt(3)));
        return switch (event) {
            case PLAN -> entry.with("settled", random.nextBoolean());
            case INTENT, OUTCOME, LEFT -> change(entry, random).with("outcome", event != Grammar.OUTCOME ? null
                    : List.of("applied", "rejected", "retry-later", "unknown", "deferred").get(random.nextInt(5)));
            default -> entry;
        };
    }

    private static JournalEntry change(JournalEntry entry, Random random) {
        String change = List.of("create", "create", "update", "delete", "adopt", "category").get(random.nextInt(6));
        entry.with("change", change);
        return "category".equals(change) ? entry : entry.with("key", KEYS.get(random.nextInt(5)).text())
                .with("reason", List.of("new", MatchedBy.MAIL.reason()).get(random.nextInt(2)));
    }

    private static List<Object> known(RecentCreates recent) {
        return MAILBOXES.stream().flatMap(mailbox -> Stream.of(recent.of(mailbox).everything(), recent.count(mailbox),
                recent.isAtWork(mailbox), recent.hasAddedCategory(mailbox), recent.mayBeMade(mailbox, 2),
                recent.isSettled(mailbox), KEYS.stream().map(key -> recent.contains(mailbox, key) + " "
                + recent.isMade(mailbox, key)).toList())).map(Object.class::cast).toList();
    }

    /** Goes on from some time before noon, by fits. */
    private static final class Ticking extends Clock {
        private final Random random;
        private Instant now;

        Ticking(Random random) {
            this.random = random;
            this.now = NOON.minusSeconds(random.nextInt(2_400));
        }

        @Override
        public Instant instant() {
            now = now.plusMillis(random.nextInt(60_000));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Outcome;
import io.contactsync.simulation.SimulatedJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a mailbox's list need not show yet, beside the journal that the simulation goes by. */
class RecentCreatesModelTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration SETTLE = Duration.ofMinutes(15);

    @TempDir
    Path runs;

    @Test
    void doesWhatTheSimulatedJournalDoes() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            SimulatedJournal model = new SimulatedJournal();
            long at = NOON.toEpochMilli() - Duration.ofMinutes(25).toMillis();
            Duration skew = Duration.ofHours(random.nextInt(5) - 2);
            model.begin(skew.negated());
            for (; at < NOON.toEpochMilli(); at += random.nextInt(180_000)) {
                if (random.nextInt(6) == 0) {
                    skew = Duration.ofHours(random.nextInt(5) - 2);
                    model.begin(skew.negated());
                }
                Change change = new Change(Action.CREATE, new ContactKey("staff", "p" + random.nextInt(4)), null, "");
                switch (random.nextInt(4)) {
                    case 0 -> model.plan(at + skew.toMillis(), random.nextBoolean());
                    case 1 -> model.outcomes(at + skew.toMillis(), List.of(new Outcome(change,
                            Outcome.Kind.values()[random.nextInt(Outcome.Kind.values().length)], "", null)));
                    default -> model.intents(at + skew.toMillis(), List.of(change));
                }
            }
            journals(model);
            TimeScale now = new TimeScale(NOON.plus(Duration.ofDays(3)), NOON);
            RecentCreates real = RecentCreates.read(EarlierRuns.journals(runs, "now"), now, SETTLE, false);
            assertThat(IntStream.range(0, 4).mapToObj(number -> new ContactKey("staff", "p" + number))
                    .filter(key -> real.contains("alice", key)).collect(Collectors.toSet()))
                    .as("seed %d", seed).isEqualTo(model.recent(now, SETTLE));
        }
    }

    private void journal(String run, String... lines) throws IOException {
        Files.createDirectories(runs.resolve(run));
        Files.writeString(runs.resolve(run).resolve(Journal.FILE), String.join("\n", lines) + "\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void journals(SimulatedJournal model) throws IOException {
        try (var old = Files.walk(runs)) {
            for (Path file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        int run = 0;
        for (SimulatedJournal.Line line : model.lines()) {
            if (line.run() != run) {
                run = line.run();
                Instant at = Instant.ofEpochMilli(line.at());
                journal("r" + run, "{\"at\":\"" + Journal.time(at) + "\",\"event\":\"clock\",\"graph\":\""
                        + Journal.time(at.plus(line.ahead())) + "\"}");
            }
            journal("r" + run, line(line));
        }
    }

    private static String line(SimulatedJournal.Line line) {
        String at = "{\"at\":\"" + Journal.TIME.format(Instant.ofEpochMilli(line.at())) + "\",\"event\":\""
                + line.event() + "\",\"mailbox\":\"alice\"";
        return line.key() == null ? at + ",\"settled\":" + line.settled() + "}"
                : at + ",\"change\":\"create\",\"key\":\"" + line.key().text() + "\""
                        + (line.outcome() == null ? "" : ",\"outcome\":\"" + line.outcome() + "\"") + "}";
    }
}

package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Limits;
import io.contactsync.journal.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run that fails before it has begun leaves nothing behind. */
class RunBeginTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path data;

    /** Fails as soon as a line of the journal is to be told the time. */
    private static final class Broken extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("Z");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            if (StackWalker.getInstance()
                    .walk(frames -> frames.anyMatch(frame -> frame.getClassName().endsWith(".Journal")))) {
                throw new IllegalStateException("no time");
            }
            return NOON;
        }
    }

    private List<String> open() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.map(RunBeginTest::target).filter(file -> file.startsWith(data.toString())).toList();
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itsJournalAndItsLockAreGivenBack() throws IOException {
        RunSettings settings = RunSettings.of("main", "staff", "", false, 30, 15, false, data.toString());
        Runs runs = new Runs(settings, new Limits(2, 3, 30, 2, 20), RunTestBase.RENDERER,
                Fingerprint.parse("fingerprint"), new Broken());
        assertThatThrownBy(() -> runs.begin(new RunRequest(false, Set.of()))).hasMessageContaining("no time");
        assertThat(open()).isEmpty();
        assertThat(RunLock.isTaken(data)).isFalse();
    }
}

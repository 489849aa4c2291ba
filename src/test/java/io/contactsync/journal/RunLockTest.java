package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class RunLockTest {

    @TempDir
    Path data;

    @Test
    void keepsASecondRunOutUntilTheFirstIsThrough() {
        RunLock first = RunLock.take(data);
        assertThatThrownBy(() -> RunLock.take(data)).isInstanceOf(JournalException.class)
                .hasMessageStartingWith("another run is in progress");
        assertThatThrownBy(() -> RunLock.take(data.resolve("."))).isInstanceOf(JournalException.class);
        first.close();
        RunLock.take(data).close();
    }

    @Test
    void keepsFoldersApart() {
        try (RunLock one = RunLock.take(data.resolve("a")); RunLock other = RunLock.take(data.resolve("b"))) {
            assertThat(one).isNotSameAs(other);
        }
    }

    @Test
    void keepsAnotherProcessOut() throws Exception {
        try (RunLock lock = RunLock.take(data)) {
            assertThat(lock).isNotNull();
            assertThat(exitOfAnotherProcess()).isEqualTo(7);
        }
        assertThat(exitOfAnotherProcess()).isZero();
    }

    /**
     * A POSIX lock is lost when the process closes any other handle of the file: the refused second run must not open
     * it.
     */
    @Test
    void keepsAnotherProcessOutAfterASecondRunWasRefusedHere() throws Exception {
        try (RunLock lock = RunLock.take(data)) {
            assertThatThrownBy(() -> RunLock.take(data)).isInstanceOf(JournalException.class);
            assertThat(lock).isNotNull();
            assertThat(exitOfAnotherProcess()).isEqualTo(7);
        }
    }

    @Test
    void isLostWhenItsFileGoesOrAnotherTakesItsPlace() throws Exception {
        try (RunLock lock = RunLock.take(data)) {
            lock.check();
            Path file = data.resolve(RunLock.FILE);
            Files.delete(file);
            assertThatThrownBy(lock::check).isInstanceOf(JournalException.class)
                    .hasMessageContaining("of this run is lost, and another run might begin");
            Files.createFile(file);
            assertThatThrownBy(lock::check).isInstanceOf(JournalException.class);
        }
    }

    @Test
    void mayBeClosedTwice() {
        RunLock first = RunLock.take(data);
        first.close();
        try (RunLock second = RunLock.take(data)) {
            first.close();
            assertThatThrownBy(() -> RunLock.take(data)).isInstanceOf(JournalException.class);
            assertThat(second).isNotNull();
        }
    }

    @Test
    void showsARunToWhoeverLooks() throws Exception {
        assertThat(RunLock.isTaken(data)).isFalse();
        try (RunLock lock = RunLock.take(data)) {
            assertThat(lock).isNotNull();
            assertThat(RunLock.isTaken(data)).isTrue();
            assertThat(exitOf(Looker.class, "once")).isEqualTo(7);
        }
        assertThat(RunLock.isTaken(data)).isFalse();
        assertThat(exitOf(Looker.class, "once")).isZero();
    }

    @Test
    void isTakenWhileAnotherProcessLooks() throws Exception {
        RunLock.take(data).close();
        Process looker = begin(Looker.class, "always");
        try {
            assertThat(looker.getInputStream().read()).isEqualTo('l');
            for (int run = 0; run < 300; run++) {
                RunLock.take(data).close();
            }
        } finally {
            looker.destroyForcibly();
        }
    }

    @Test
    void isTakenWhileAnotherThreadLooks() throws Exception {
        RunLock.take(data).close();
        AtomicBoolean through = new AtomicBoolean();
        Thread looker = new Thread(() -> {
            while (!through.get()) {
                RunLock.isTaken(data);
            }
        });
        looker.start();
        try {
            for (int run = 0; run < 300; run++) {
                RunLock.take(data).close();
            }
        } finally {
            through.set(true);
            looker.join();
        }
    }

    private int exitOfAnotherProcess() throws Exception {
        return exitOf(Taker.class);
    }

    private int exitOf(Class<?> program, String... more) throws Exception {
        Process process = begin(program, more);
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Process begin(Class<?> program, String... more) throws Exception {
        String classes = Path.of(RunLock.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                + java.io.File.pathSeparator
                + Path.of(RunLockTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classes,
                program.getName(), data.toString()));
        line.addAll(List.of(more));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    /** A process that looks whether a run is there. */
    static final class Looker {

        private Looker() {
        }

        public static void main(String[] arguments) {
            if (arguments[1].equals("once")) {
                System.exit(RunLock.isTaken(Path.of(arguments[0])) ? 7 : 0);
            }
            System.out.println("looking");
            while (true) {
                RunLock.isTaken(Path.of(arguments[0]));
            }
        }
    }

    /** The other process. */
    static final class Taker {

        private Taker() {
        }

        public static void main(String[] arguments) {
            try (RunLock lock = RunLock.take(Path.of(arguments[0]))) {
                System.exit(lock == null ? 1 : 0);
            } catch (JournalException refused) {
                System.exit(7);
            }
        }
    }
}

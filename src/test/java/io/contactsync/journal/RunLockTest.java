package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class RunLockTest {

    @TempDir
    Path data;

    @Test
    void keepsASecondRunOutUntilTheFirstIsThrough() {
        RunLock first = RunLock.take(data);
        assertThatThrownBy(() -> RunLock.take(data)).isInstanceOf(JournalException.class).hasMessageStartingWith("another run is in progress");
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

    /** A POSIX lock is lost when the process closes any other handle of the file: the refused second run must not open it. */
    @Test
    void keepsAnotherProcessOutAfterASecondRunWasRefusedHere() throws Exception {
        try (RunLock lock = RunLock.take(data)) {
            assertThatThrownBy(() -> RunLock.take(data)).isInstanceOf(JournalException.class);
            assertThat(lock).isNotNull();
            assertThat(exitOfAnotherProcess()).isEqualTo(7);
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

    private int exitOfAnotherProcess() throws Exception {
        String classes = Path.of(RunLock.class.getProtectionDomain().getCodeSource().getLocation().toURI()) + java.io.File.pathSeparator
                + Path.of(RunLockTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classes, Taker.class.getName(), data.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
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

package io.contactsync.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.ContactSync;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is lost on its way to standard output is said, and fails; a reader who goes away is no failure. */
class StandardOutputTest {

    private static String[] status() {
        return new String[] {"status", "--set", "sync.data=target/no-such-data"};
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    /** Exit code, then what stood on standard error. */
    private static String run(OutputStream to, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new StandardOutput(to));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            return ContactSync.run(arguments) + " " + said.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskFailsInOneSentence() throws IOException {
        for (String[] arguments : new String[][] {{"--version"}, {"help"}, status()}) {
            try (FileOutputStream full = new FileOutputStream("/dev/full")) {
                assertThat(run(full, arguments))
                        .startsWith("1 contact-sync: standard output cannot be written (No space left on device)")
                        .hasLineCount(1);
            }
        }
    }

    @Test
    void theCommandsOwnCodeIsNamed() {
        StandardOutput lost = new StandardOutput(failing("Input/output error"));
        lost.println("held");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(lost.exit(4, new PrintStream(said, true, StandardCharsets.UTF_8))).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("(Input/output error)", "with exit code 4");
    }

    @Test
    void aReaderWhoGoesAwayChangesNothing() {
        String kept = run(new ByteArrayOutputStream(), status());
        assertThat(run(failing("Broken pipe"), status())).isEqualTo(kept);
    }
}

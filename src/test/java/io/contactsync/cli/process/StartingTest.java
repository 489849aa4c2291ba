package io.contactsync.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.cli.screen.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sign of life before the first line. */
class StartingTest {

    @Test
    void itIsGoneWithTheFirstLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Starting.tell(80, terminal);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("\rstarting …");
        new PrintableStream(terminal).println("first");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("\r\u001b[1A\u001b[Jfirst\n");
    }

    @Test
    void whereThereIsNoTerminalNothingIsSaid(@TempDir Path temp) {
        Result result = SyncBench.run("preview", "supplier-csv", "--set", "source.supplier-csv.folder=" + temp);
        assertThat(result.err() + result.out()).doesNotContain("starting");
        assertThat(Terminal.ofProcess(Map.of("TERM", "dumb")).isDrawn()).isFalse();
    }
}

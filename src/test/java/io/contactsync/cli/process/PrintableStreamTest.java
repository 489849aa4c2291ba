package io.contactsync.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nothing that comes from outside reaches a terminal or the log as more than text in its own line. */
class PrintableStreamTest {

    private static final String BAD = "Ann\u001b]0;gone\u0007\nERROR forged\r\u202eline\u2028 \u009b2J";
    private static final String CLEAN = "Ann ]0;gone  ERROR forged line   2J";

    private static String printed(Consumer<PrintStream> printing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        printing.accept(new PrintableStream(new PrintStream(bytes, true, StandardCharsets.UTF_8)));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void onePrintlnIsOneLineAndAnArgumentStaysInIts() {
        assertThat(printed(out -> out.println(BAD))).isEqualTo(CLEAN + "\n");
        assertThat(printed(out -> out.println((Object) BAD))).isEqualTo(CLEAN + "\n");
        assertThat(printed(out -> out.printf("%d <%s>%nnext%n", 7, BAD))).isEqualTo("7 <" + CLEAN + ">\nnext\n");
        assertThat(printed(out -> out.print("a\nb\u001b\n"))).isEqualTo("a\nb \n");
    }

    @Test
    void bytesOfALoggerAreCleanedToo() {
        byte[] bytes = "Größe\u202e \u001b[31m 👩‍💻\n".getBytes(StandardCharsets.UTF_8);
        assertThat(printed(out -> {
            for (byte each : bytes) {
                out.write(each);
            }
        })).isEqualTo("Größe  [31m 👩‍💻\n");
    }

    @Test
    void whateverIsPrintedHoldsNoControlCharacterButTheEndOfItsLine() {
        SplittableRandom random = new SplittableRandom(16);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(30, 0, 0x2100).forEach(unit -> text.append((char) unit));
            String line = printed(out -> out.printf("%s", text)) + printed(out -> out.println(text.toString()));
            assertThat(line.chars().filter(unit -> unit < ' ' || unit >= 0x7f && unit < 0xa0))
                    .containsExactly((int) '\n');
        }
    }

    @Test
    void oneEventIsOneLineOfTheLogWithItsStack() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(PrintableStreamTest.class.getResource("/logback.xml"));
            context.getLogger("contact-sync").error("found " + BAD, new IllegalStateException(BAD));
        } finally {
            context.stop();
            System.setErr(before);
        }
        String line = bytes.toString(StandardCharsets.UTF_8);
        assertThat(line).contains("found " + CLEAN, "IllegalStateException").endsWith("\n");
        assertThat(line.chars().filter(unit -> unit < ' ' || unit == 0x2028 || unit == 0x202e))
                .containsExactly((int) '\n');
    }

    @Test
    void valuesQuotedBackAreCleaned() {
        Result result = SyncBench.run("sandbox", "--mailboxes", BAD);
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains(CLEAN);
        assertThat(result.err().chars().filter(unit -> unit < ' ')).containsExactly((int) '\n');
    }
}

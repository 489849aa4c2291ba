package io.contactsync.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lease outlasts one letter that is lost in the worst way: who is there and was slow once is not taken for lost. */
class LeaseSecondsTest {

    private static final Path LETTERS = Path.of("routes/workers/write-letters.camel.yaml");

    @TempDir
    Path temp;

    private static Duration millis(String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(LETTERS));
        assertThat(found.find()).as(pattern).isTrue();
        return Duration.ofMillis(Long.parseLong(found.group(1)));
    }

    /** From a letter that is heard to the next one, if that between them hangs at the broker and gets no answer. */
    private static Duration silence() throws IOException {
        Duration pause = millis("delay: (\\d+)\\n");
        Duration answer = millis("CamelJmsRequestTimeout\\s+expression:\\s+constant:\\s+expression: \"(\\d+)\"");
        Duration unanswered = millis("asyncDelayed: false\\s+expression:\\s+constant:\\s+expression: \"(\\d+)\"");
        return pause.plusMillis(Broker.CALL_MILLIS).plus(answer).plus(unanswered).plus(pause);
    }

    @Test
    void theShortestIsLongerThanOneLostLetterTakes() throws IOException {
        assertThat(silence()).isEqualTo(Duration.ofSeconds(13));
    }

    @Test
    void aShorterOneIsRefusedInASentence() {
        try (SyncBench bench = SyncBench.startSmall(temp, 1)) {
            for (String seconds : new String[] {"5", "14", "121"}) {
                Result refused = bench.command("sync", "--set", "workers.lease-seconds=" + seconds);
                assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
                assertThat(refused.sentences()).containsExactly("contact-sync: workers.lease-seconds must be 15..120 - "
                        + "was '" + seconds + "'; a worker of which one letter was lost is heard again after 13 s");
            }
            assertThat(bench.sync("--set", "workers.lease-seconds=15").exit()).isEqualTo(ExitCode.DONE);
        }
    }
}

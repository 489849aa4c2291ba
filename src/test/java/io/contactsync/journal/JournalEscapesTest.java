package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal is looked at on terminals: nothing in it is obeyed, and nothing is lost. */
class JournalEscapesTest {

    private static final List<String> EVILS =
            List.of("\u001b[2J\u001b]0;owned\u0007", "a\r\nb\u2028c\u2029d\u0085e", "\u202Egnp.exe\u2066x\u2069",
            "\u007f\u009b31m", "Zoë \uD83D\uDE00 \u06A9\u200C\u0647");

    @Test
    void oneEventIsOneLineOfPrintableCharactersAndNothingIsLost(@TempDir Path folder) throws Exception {
        try (Journal journal = Journal.begin(folder, folder.resolve("runs").resolve("run"), Clock.systemUTC())) {
            EVILS.forEach(evil -> journal.write(JournalEntry.of(Grammar.SOURCE).with("problems", List.of(evil))));
            List<String> lines = Files.readString(journal.file()).lines().toList();
            assertThat(lines).hasSameSizeAs(EVILS).allMatch(line -> line.codePoints().allMatch(Printable::isPrintable));
            ObjectMapper json = new ObjectMapper();
            for (int line = 0; line < EVILS.size(); line++) {
                assertThat(json.readTree(lines.get(line)).at("/problems/0").asText()).isEqualTo(EVILS.get(line));
            }
        }
    }
}

package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the journal's events, and that its check has teeth. */
class GrammarTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = "run-start targets clock ";

    /** Words are events; with a mailbox behind a colon, and what became of a change behind a second one. */
    private static List<String> complaints(String journal) {
        return GrammarCheck.complaints(Arrays.stream(journal.strip().split(" +")).map(GrammarTest::line).toList());
    }

    private static JsonNode line(String text) {
        String[] parts = text.split(":");
        var line = JSON.createObjectNode().put("event", parts[0]);
        if (parts.length > 1) {
            line.put("mailbox", parts[1]).put("change", "create").put("key", "staff|1");
        }
        if (parts.length > 2) {
            line.put(parts[0].equals("mailbox") ? "status" : "outcome", parts[2]);
        }
        return line;
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "run-start run-end", "run-start source source hold targets clock run-end", HEAD,
            HEAD + "plan:a intent:a outcome:a:applied mailbox:a run-end",
            HEAD + "plan:a intent:a plan:b outcome:a:unknown left:b mailbox:b mailbox:a:failed run-end",
            HEAD + "plan:a intent:a",
            HEAD + "plan:a intent:a outcome:a:retry-later intent:a outcome:a:applied mailbox:a run-end",
            HEAD + "plan:a hold waits:a mailbox:a:failed run-end",
            HEAD + "plan:a intent:a outcome:a:retry-later left:a mailbox:a:failed run-end",
            HEAD + "skip:a mailbox:b:failed run-end",
        HEAD + "plan:a intent:a mailbox:a:failed run-end"
    })
    void goodJournals(String journal) {
        assertThat(complaints(journal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "source", "run-start run-start", "run-start plan:a", "run-start targets plan:a", HEAD + "intent:a",
            HEAD + "plan:a outcome:a:applied",
            HEAD + "plan:a plan:a", HEAD + "plan:a intent:a intent:a",
            HEAD + "plan:a intent:a outcome:a:applied outcome:a:applied",
            HEAD + "plan:a intent:a outcome:a:applied intent:a", HEAD + "plan:a left:a intent:a",
            HEAD + "plan:a intent:a left:a",
            HEAD + "plan:a mailbox:a mailbox:a", HEAD + "skip:a plan:a", HEAD + "plan:a mailbox:a intent:a",
            HEAD + "plan:a intent:a mailbox:a:done",
        HEAD + "run-end plan:a", HEAD + "run-end run-end", HEAD + "category:a", HEAD + "plan:a plan:a", HEAD + "source"
    })
    void journalsAgainstTheTable(String journal) {
        assertThat(complaints(journal)).isNotEmpty();
    }

    @Test
    void theTableInTheDocumentationIsThisOne() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/contactsync/journal/Grammar.java"));
        String guide = Files.readString(Path.of("src/main/docs/journal.adoc"));
        for (Grammar kind : Grammar.values()) {
            assertThat(source).contains(" *  " + kind.word() + " ");
            assertThat(guide).contains("|`" + kind.word() + "` ");
        }
    }
}

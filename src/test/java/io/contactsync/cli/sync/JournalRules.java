package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench;
import io.contactsync.journal.GrammarCheck;
import io.contactsync.sandbox.store.User;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What every journal of a run keeps to. */
final class JournalRules {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private JournalRules() {
    }

    static void check(SyncBench bench, List<JsonNode> journal) {
        assertThat(journal).allMatch(line -> line.path("at").asText().matches(TIME));
        journal.stream().collect(Collectors.groupingBy(line -> line.path("mailbox").asText()))
                .forEach((mailbox, lines) -> assertThat(lines.stream().map(line -> line.path("at").asText()))
                        .as(mailbox).isSorted());
        assertThat(events(journal, "run-start")).hasSize(1);
        assertThat(events(journal, "run-end")).hasSize(1);
        assertThat(journal.get(0).path("event").asText()).isEqualTo("run-start");
        assertThat(journal.get(journal.size() - 1).path("event").asText()).isEqualTo("run-end");
        assertThat(GrammarCheck.complaints(journal)).isEmpty();
        String text = journal.toString();
        assertThat(bench.sandbox().tenant().users().stream().map(User::displayName)).noneMatch(text::contains);
        assertThat(text).doesNotContain("@", "202-555", bench.sandbox().address().clientSecret());
    }

    private static List<JsonNode> events(List<JsonNode> journal, String event) {
        return journal.stream().filter(line -> line.path("event").asText().equals(event)).toList();
    }
}

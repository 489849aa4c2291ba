package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.people.Population;
import io.contactsync.sandbox.store.User;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names and numbers of some fifty regions go through the whole of contact-sync: a second run finds nothing to write.
 */
class GeneratedPeopleSyncTest {

    private static final int EMPLOYEES = 300;
    private static final int TARGETS = 3;
    private static final int OWN = 25;

    @TempDir
    Path folder;

    @Test
    void aSecondRunWritesNothingInWhateverScriptTheNamesAre() throws Exception {
        try (SyncBench bench = SyncBench.start(folder, Population.shipped().withGenerated(EMPLOYEES, OWN, 3))) {
            List<User> targets = bench.colleagues().subList(0, TARGETS);
            Path file =
                    Files.write(folder.resolve("targets.txt"), targets.stream().map(User::userPrincipalName).toList());
            bench.with("targets.from", "file").with("targets.file", file.toString());
            Map<String, Map<String, String>> before = snapshots(bench, targets);
            Result first = bench.json();
            assertThat(first.exit()).as(first.err()).isZero();
            assertThat(first.number("/changes/created")).isEqualTo(TARGETS * (EMPLOYEES - 1 + 40));
            Map<String, Map<String, String>> after = snapshots(bench, targets);
            Result second = bench.json();
            assertThat(List.of(second.exit(), second.number("/changes/created"), second.number("/changes/updated"),
                    second.number("/changes/deleted"))).containsOnly(0);
            assertThat(second.number("/unchanged")).isEqualTo(TARGETS * (EMPLOYEES - 1 + 40));
            assertThat(snapshots(bench, targets)).isEqualTo(after);
            before.forEach((mailbox, contacts) -> assertThat(after.get(mailbox)).containsAllEntriesOf(contacts));
            namesAndNumbersAreWhole(bench, targets.get(0));
        }
    }

    private static void namesAndNumbersAreWhole(SyncBench bench, User target) {
        Map<String, JsonNode> found = new HashMap<>();
        new GraphClient(bench.sandbox().address()).managed(target.id())
                .forEach(contact -> found.put(GraphClient.key(contact), contact));
        assertThat(found).hasSize(EMPLOYEES - 1 + 40);
        bench.colleagues().stream().filter(user -> !user.id().equals(target.id())).forEach(user -> {
            JsonNode contact = found.get("v1|main|graph-users|" + user.id());
            assertThat(contact.path("displayName").asText())
                    .isEqualTo(Normalizer.normalize(user.displayName(), Normalizer.Form.NFC));
            assertThat(contact.path("businessPhones").path(0).asText()).matches("\\+[0-9][0-9 ()/.-]+");
        });
    }

    private static Map<String, Map<String, String>> snapshots(SyncBench bench, List<User> targets) {
        return targets.stream()
                .collect(Collectors.toMap(User::id,
                        user -> bench.sandbox().tenant().snapshot(user.id()).entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey,
                                        contact -> new String(contact.getValue(), StandardCharsets.UTF_8)))));
    }
}

package io.contactsync.cli.sync;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.core.Action;
import io.contactsync.journal.FilesAlone;
import io.contactsync.journal.RunLock;
import io.contactsync.run.StoredPlan;
import io.contactsync.sandbox.store.User;
import io.contactsync.schema.SchemaWatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the shipped routes by the command line, looked at through Graph's own API. */
class SyncTest {

    private static final String ME = "v1|main|graph-users|";
    private static final String CUSTOMER = "v1|main|graph-contacts|";

    @TempDir
    Path temp;

    private static Map<String, Map<String, String>> snapshots(SyncBench bench, Set<String> mailboxes) {
        return mailboxes.stream().collect(Collectors.toMap(mailbox -> mailbox, mailbox -> texts(bench, mailbox)));
    }

    private static Map<String, String> texts(SyncBench bench, String mailbox) {
        return bench.sandbox().tenant().snapshot(mailbox).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey,
                        contact -> new String(contact.getValue(), StandardCharsets.ISO_8859_1)));
    }

    private static Map<String, JsonNode> byKey(GraphClient graph, String mailbox) {
        List<JsonNode> managed = graph.managed(mailbox);
        Map<String, JsonNode> byKey = managed.stream().collect(Collectors.toMap(GraphClient::key, contact -> contact));
        assertThat(managed).allMatch(contact -> contact.path("categories").toString().equals("[\"Colleagues\"]"));
        return byKey;
    }

    private static void holdsTheDesired(SyncBench bench, GraphClient graph, String mailbox) {
        Map<String, JsonNode> found = byKey(graph, mailbox);
        Map<String, String> names = bench.colleagues().stream().filter(user -> !user.id().equals(mailbox))
                .collect(Collectors.toMap(user -> ME + user.id(), User::displayName));
        List<JsonNode> central = graph.list(
                "/users/" + bench.sandbox().address().centralMailbox() + "/contacts?$top=500&$select=id,displayName");
        Set<String> customers = central.stream().map(contact -> contact.path("displayName").asText()).collect(toSet());
        assertThat(found).hasSize(names.size() + central.size());
        names.forEach((key, name) -> assertThat(found.get(key).path("displayName").asText()).isEqualTo(name));
        assertThat(found.entrySet().stream().filter(entry -> entry.getKey().startsWith(CUSTOMER))
                .map(entry -> entry.getValue().path("displayName").asText()).collect(toSet()))
                .isEqualTo(customers);
    }

    private static void changed(Result result, int created, int updated, int deleted) {
        assertThat(result.changes()).as(result.out()).containsExactly(created, updated, deleted);
    }

    @Test
    void aFirstRunCreatesASecondDoesNothingAndADayLaterTheDifferenceFollows() {
        try (SyncBench bench = SyncBench.start(temp)) {
            GraphClient graph = new GraphClient(bench.sandbox().address());
            Set<String> targets = bench.targets(graph);
            assertThat(targets).hasSize(5);
            JournalWatch watch = new JournalWatch(bench);

            int colleagues = bench.colleagues().size();
            Result first = bench.json();
            assertThat(first.exit()).isZero();
            changed(first, 5 * (colleagues - 1 + 40), 0, 0);
            oneLineOfJson(first);
            targets.forEach(mailbox -> holdsTheDesired(bench, graph, mailbox));

            Map<String, Map<String, String>> after = snapshots(bench, targets);
            Result second = bench.json();
            assertThat(second.exit()).isZero();
            changed(second, 0, 0, 0);
            assertThat(second.number("/unchanged")).isEqualTo(5 * (colleagues - 1 + 40));
            assertThat(snapshots(bench, targets)).isEqualTo(after);

            bench.sandbox().nextDay();
            Result third = bench.json();
            assertThat(third.exit()).isZero();
            aDayLater(bench, graph, third, targets);
            assertThat(watch.complaints()).isEmpty();
            assertThat(watch.batches()).isPositive();
            bench.journals().forEach(journal -> JournalRules.check(bench, SyncBench.read(journal)));
        }
    }

    private static void oneLineOfJson(Result result) {
        assertThat(result.out()).endsWith("\n").matches("\\{[^\\n]*}\\R");
        assertThat(names(result.json())).containsExactly("run", "mode", "order", "mailboxes", "changes", "unchanged",
                "graphRequests", "throttled", "seconds", "exit",
                "drift", "causes");
        assertThat(names(result.json().path("mailboxes"))).containsExactly("total", "done", "skipped", "held",
                "waits", "failed");
        assertThat(names(result.json().path("changes"))).containsExactly("created", "updated", "deleted", "refused");
        assertThat(result.json().path("mode").asText()).isEqualTo("sync");
        assertThat(result.number("/exit")).isEqualTo(result.exit());
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static void aDayLater(SyncBench bench, GraphClient graph, Result third, Set<String> targets) {
        var day = bench.sandbox().lastDay();
        Set<String> joined = new HashSet<>(day.joinerIds());
        Set<String> left = new HashSet<>(day.leaverIds());
        long ownCards = day.changedIds().stream().filter(targets::contains).count();
        changed(third, 5 * joined.size(), 5 * day.changedIds().size() - (int) ownCards, 5 * left.size());
        targets.forEach(mailbox -> holdsTheDesired(bench, graph, mailbox));
        Map<String, Set<String>> keys = new HashMap<>();
        bench.journal("intent").forEach(line -> keys
                .computeIfAbsent(line.path("change").asText(), any -> new HashSet<>()).add(line.path("key").asText()));
        assertThat(keys).doesNotContainKey("category");
        assertThat(keys.get("create")).isEqualTo(joined.stream().map(id -> "graph-users|" + id).collect(toSet()));
        assertThat(keys.get("delete")).isEqualTo(left.stream().map(id -> "graph-users|" + id).collect(toSet()));
        assertThat(keys.get("update")).hasSize(day.changedIds().size());
    }

    @Test
    void aDryRunWritesNothingAndStoresThePlan() {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            Set<String> targets = bench.targets(new GraphClient(bench.sandbox().address()));
            Map<String, Map<String, String>> before = snapshots(bench, targets);
            Result dry = bench.json("--dry-run");
            assertThat(dry.exit()).isZero();
            assertThat(dry.json().path("mode").asText()).isEqualTo("dry-run");
            changed(dry, 200, 0, 0);
            assertThat(snapshots(bench, targets)).isEqualTo(before);
            StoredPlan plan = bench.plan();
            assertThat(plan.size()).isEqualTo(200);
            assertThat(plan.changes()).hasSize(40)
                    .allMatch(change -> change.action() == Action.CREATE && change.reason().equals("new")
                    && change.reach().size() == 5 && !change.name().isEmpty());
            assertThat(bench.journal("intent")).isEmpty();
            changed(bench.json(), 200, 0, 0);
        }
    }

    @Test
    void theTableNamesWhatWasDone() {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            long before = SchemaWatch.requestsOfTheProgram();
            Result result = bench.sync();
            assertThat(SchemaWatch.requestsOfTheProgram() - before).as("requests held against the official schema")
                    .isGreaterThan(200);
            assertThat(result.exit()).isZero();
            assertThat(result.out()).contains("mailboxes", "created", "200", "journal: " + bench.data());
        }
    }

    @Test
    void anIncompleteSourceDeletesNothing() {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            String central = bench.sandbox().address().centralMailbox();
            String second = bench.targets(new GraphClient(bench.sandbox().address())).iterator().next();
            int more = bench.sandbox().tenant().snapshot(second).size();
            bench.with("source.graph-contacts.mailboxes", central + "," + second);
            changed(bench.json(), 5 * (40 + more), 0, 0);
            bench.sandbox().tenant().snapshot(central).keySet().stream().limit(2)
                    .forEach(id -> bench.sandbox().tenant().deleteContact(central, id));
            bench.sandbox().tenant().createContact(central, "{\"displayName\":\"Ann Other\"}");
            bench.sandbox().tenant().administration().refuseMailbox(second, "MailboxNotEnabledForRESTAPI");
            Result result = bench.json();
            assertThat(result.exit()).isEqualTo(3);
            changed(result, 4, 0, 0);
            assertThat(bench.journal("source")).singleElement()
                    .satisfies(line -> assertThat(line.path("state").asText()).isEqualTo("incomplete"));
            bench.sandbox().tenant().administration().refuseMailbox(second, null);
            Result healed = bench.json();
            assertThat(healed.exit()).isZero();
            changed(healed, 1, 0, 10);
        }
    }

    @Test
    void whenHalfOfThemVanishTheWholeRunWaitsForAHuman() throws IOException {
        try (SyncBench bench = SyncBench.start(temp).with("sync.sources", "graph-users")
                .with("source.graph-users.filter", "startsWith(displayName,'J')")) {
            List<String> ids = bench.colleagues().stream().filter(user -> user.displayName().startsWith("J"))
                    .map(User::id).toList();
            assertThat(ids).hasSizeGreaterThan(20);
            assertThat(bench.json().exit()).isZero();
            Path file = Files.write(temp.resolve("out.txt"), ids.subList(0, ids.size() / 2));
            bench.with("source.graph-users.exclude-file", file.toString());
            Result held = bench.json();
            assertThat(held.exit()).isEqualTo(4);
            assertThat(held.number("/mailboxes/held")).isEqualTo(5);
            changed(held, 0, 0, 0);
            assertThat(bench.journal("intent")).isEmpty();
            List<JsonNode> holds = bench.journal("hold");
            String half = ids.size() / 2 + " of " + ids.size() + " people of graph-users vanished";
            assertThat(holds).singleElement().satisfies(line -> assertThat(line.path("reason").asText())
                    .contains(half, "allowed 30 %"));
            String id = holds.get(0).path("hold").asText();
            Result again = bench.sync("--approve", "vanished-of-another-day");
            assertThat(again.exit()).isEqualTo(2);
            assertThat(again.sentences()).singleElement().asString().contains("vanished-of-another-day", id);
            assertThat(bench.journals()).as("nothing was read").hasSize(2);
            assertThat(bench.sync().out()).contains("contact-sync holds show " + id);
            Result approved = bench.json("--approve", id);
            assertThat(approved.exit()).isZero();
            assertThat(approved.number("/changes/deleted")).isBetween(5 * (ids.size() / 2) - 5, 5 * (ids.size() / 2));
            assertThat(bench.journal("run-start").get(0).path("approvals").toString()).contains(id);
            changed(bench.json(), 0, 0, 0);
        }
    }

    @Test
    void aSecondRunOnTheSameDataIsRefused() {
        try (SyncBench bench = SyncBench.startSmall(temp);
                RunLock other = RunLock.take(bench.data(), FilesAlone.INSTANCE)) {
            Result result = bench.sync();
            assertThat(result.exit()).as("beside " + other).isEqualTo(1);
            assertThat(result.sentences()).singleElement().asString().contains("another run is in progress");
            assertThat(bench.journals()).isEmpty();
        }
    }

    @Test
    void theJournalHoldsNamesOnlyWhereAllowed() {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            bench.json();
            JournalRules.check(bench, bench.journal());
            assertThat(bench.journal("intent")).noneMatch(line -> line.has("name"));
        }
        try (SyncBench bench = SyncBench.startSmall(temp.resolve("open")).with("journal.personal-data", "true")) {
            bench.json();
            assertThat(bench.journal("intent").stream().filter(line -> line.has("key"))).hasSize(200)
                    .allMatch(line -> !line.path("name").asText().isBlank());
        }
    }
}

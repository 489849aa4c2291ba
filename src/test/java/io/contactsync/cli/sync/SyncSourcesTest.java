package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a run makes of a source that was renamed, retired or shortened, or that was read only in part. */
class SyncSourcesTest extends SmallTenant {

    @Test
    void aSourceThatMayHaveBeenRenamedHoldsTheWholeRun() {
        firstRun();
        long writes = bench.writes();
        Result held = bench.with("sync.sources", "graph-users")
                .with("source.graph-users.filter", "startsWith(displayName,'J')").json();
        assertThat(held.exit()).isEqualTo(4);
        assertThat(held.number("/mailboxes/held")).isEqualTo(5);
        assertThat(bench.journal("hold")).singleElement().satisfies(line -> assertThat(line.path("reason").asText())
                .isEqualTo(
                        "neither sync.sources nor sync.retired-sources names what was synchronised before "
                                + "(graph-contacts), and graph-users is new: renamed?"));
        assertThat(bench.writes()).isEqualTo(writes);
        Result approved = bench.json(approvals());
        assertThat(approved.exit()).as("done, but what was forgotten is said").isEqualTo(3);
        assertThat(approved.number("/changes/created")).isPositive();
        assertThat(approved.number("/changes/deleted")).isZero();
        Result after = bench.json();
        assertThat(after.exit()).as("no longer new, still forgotten").isEqualTo(3);
        assertThat(after.changes()).containsExactly(0, 0, 0);
    }

    @Test
    void aRetiredSourceIsForgottenOnceAllOfItIsGone() {
        firstRun();
        Path memory = bench.data().resolve("state").resolve("sources");
        Result held = bench.with("sync.sources", "graph-users")
                .with("source.graph-users.filter", "startsWith(displayName,'Jo')")
                .with("sync.retired-sources", "graph-contacts").json();
        assertThat(held.exit()).isEqualTo(4);
        assertThat(held.number("/changes/deleted")).isZero();
        assertThat(remembered(memory)).as("it is still there").anyMatch(name -> name.startsWith("graph-contacts"));
        Result approved = bench.json(approvals());
        assertThat(approved.exit()).isZero();
        assertThat(approved.number("/changes/deleted")).isEqualTo(ALL);
        assertThat(remembered(memory)).noneMatch(name -> name.startsWith("graph-contacts"));
        Result after = bench.with("sync.retired-sources", "").json();
        assertThat(after.exit()).isZero();
        assertThat(after.changes()).containsExactly(0, 0, 0);
    }

    @Test
    void aRowTakenOutOfAFileIsDeletedInTheNextRun() throws IOException {
        Path folder = Files.createDirectories(bench.data().resolve("inbox"));
        List<String> rows =
                Files.readAllLines(
                        Path.of("src/sandbox/resources/io/contactsync/sandbox/people/us-congress-district-offices.csv"))
                .subList(0, 31);
        Files.write(folder.resolve("offices.csv"), rows);
        bench.with("sync.sources", "supplier-csv").with("source.supplier-csv.folder", folder.toString());
        assertThat(bench.json().changes()).containsExactly(30 * 5, 0, 0);
        Files.write(folder.resolve("offices.csv"), rows.subList(0, 30));
        Result shorter = bench.json();
        assertThat(shorter.exit()).as(shorter.err()).isZero();
        assertThat(shorter.changes()).containsExactly(0, 0, 5);
        assertThat(bench.json().changes()).containsExactly(0, 0, 0);
    }

    @Test
    void aContactThatTheListSkipsBetweenTwoPagesIsNotCreatedAgain() {
        String mailbox = targets.iterator().next();
        String first = bench.byOwner(bench.sandbox().tenant().snapshot(mailbox).keySet().iterator().next());
        for (int number = bench.sandbox().tenant().snapshot(mailbox).size(); number < 980; number++) {
            bench.sandbox().tenant().createContact(mailbox, "{\"displayName\":\"Ann Other\"}");
        }
        firstRun();
        bench.letPass(SETTLED);
        AtomicInteger secondPages = new AtomicInteger();
        watch(request -> {
            if (mailbox.equals(request.mailbox()) && request.target().contains("skip=")
                    && secondPages.incrementAndGet() == 1) {
                bench.sandbox().tenant().deleteContact(mailbox, first);
            }
        });
        Result shifted = bench.json();
        assertThat(secondPages).as("listed again").hasValue(2);
        assertThat(shifted.changes()).containsExactly(0, 0, 0);
        assertThat(shifted.exit()).isEqualTo(3);
        complete();
        Result after = bench.json();
        assertThat(after.exit()).isZero();
        assertThat(after.changes()).containsExactly(0, 0, 0);
    }

    @Test
    void aReadingThatLacksSomebodyIsTakenASecondTime() {
        bench.with("sync.sources", "graph-users").with("source.graph-users.filter", "startsWith(displayName,'Jo')");
        List<String> asked = new CopyOnWriteArrayList<>();
        watch(request -> {
            if (isOfUsers(request)) {
                asked.add(request.target());
            }
        });
        Result first = bench.json();
        assertThat(first.exit()).isZero();
        assertThat(asked).as("read once").hasSize(1);
        List<JsonNode> all = new GraphClient(bench.sandbox().address()).list(asked.get(0));
        int contacts = bench.journal("source").get(0).path("contacts").asInt();
        String skipped = bench.colleagues().stream()
                .filter(user -> user.displayName().startsWith("Jo") && !targets.contains(user.id())).findFirst()
                .orElseThrow().id();
        List<JsonNode> shorter = all.stream().filter(user -> !skipped.equals(user.path("id").asText())).toList();
        assertThat(shorter).hasSize(all.size() - 1);
        bench.sandbox().faults().clear();
        bench.sandbox().faults().when(SyncSourcesTest::isOfUsers).refuseWith(200,
                "{\"@odata.count\":" + shorter.size() + ",\"value\":" + shorter + "}");
        Result second = bench.json();
        assertThat(second.exit()).isZero();
        assertThat(second.changes()).containsExactly(0, 0, 0);
        assertThat(second.number("/unchanged")).isEqualTo(first.number("/changes/created"));
        assertThat(bench.journal("source")).singleElement()
                .satisfies(line -> assertThat(line.path("contacts").asInt()).isEqualTo(contacts));
    }

    private static boolean isOfUsers(ServiceRequest request) {
        return request.method().equals("GET") && request.target().contains("/users?") && !request.inBatch();
    }
}

package io.contactsync.cli.sync;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mistake around the program must not do to mailboxes: nothing is lost and nothing is doubled. */
class SyncSafetyTest {

    private static final int CONTACTS = 40;
    private static final int ALL = 5 * CONTACTS;
    private static final Duration SETTLED = Duration.ofMinutes(16);

    @TempDir
    Path temp;
    private SyncBench bench;
    private Set<String> targets;

    @BeforeEach
    void start() {
        bench = SyncBench.startSmall(temp);
        targets = bench.targets(new GraphClient(bench.sandbox().address()));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void firstRun() {
        Result first = bench.json();
        assertThat(first.exit()).isZero();
        assertThat(changes(first)).containsExactly(ALL, 0, 0);
    }

    private static List<Integer> changes(Result result) {
        return Stream.of("created", "updated", "deleted").map(kind -> result.number("/changes/" + kind)).toList();
    }

    private Map<String, Set<String>> contacts() {
        return targets.stream().collect(
                Collectors.toMap(mailbox -> mailbox, mailbox -> bench.sandbox().tenant().snapshot(mailbox).keySet()));
    }

    private void watch(Consumer<ServiceRequest> look) {
        bench.sandbox().faults().when(request -> {
            look.accept(request);
            return false;
        }).drop();
    }

    private List<String> managed(String mailbox) {
        return new GraphClient(bench.sandbox().address()).managed(mailbox).stream().map(GraphClient::key).toList();
    }

    private void complete() {
        targets.forEach(mailbox -> assertThat(managed(mailbox)).hasSize(CONTACTS).doesNotHaveDuplicates());
    }

    private String[] approvals() {
        return bench.journal("hold").stream().flatMap(line -> Stream.of("--approve", line.path("hold").asText()))
                .toArray(String[]::new);
    }

    private List<String> reasons() {
        return bench.journal("mailbox").stream().map(line -> line.path("reason").asText()).toList();
    }

    @Test
    void withItsDataLostItDeletesNothingUntilAHumanSaysSo() {
        firstRun();
        String central = bench.sandbox().address().centralMailbox();
        bench.sandbox().tenant().snapshot(central).keySet().stream().limit(2).toList()
                .forEach(id -> bench.sandbox().tenant().deleteContact(central, id));
        bench.loseData();
        Map<String, Set<String>> before = contacts();
        for (int run = 0; run < 2; run++) {
            Result held = bench.json();
            assertThat(held.exit()).isEqualTo(4);
            assertThat(held.number("/mailboxes/held")).isEqualTo(5);
            assertThat(changes(held)).containsExactly(0, 0, 0);
            assertThat(contacts()).isEqualTo(before);
            assertThat(reasons()).allMatch(reason -> reason
                    .endsWith(": 2 of 40 deletions, and no earlier reading of graph-contacts to compare with"));
        }
        Result approved = bench.json(approvals());
        assertThat(approved.exit()).isZero();
        assertThat(changes(approved)).containsExactly(0, 0, 10);
        bench.sandbox().tenant().deleteContact(central,
                bench.sandbox().tenant().snapshot(central).keySet().iterator().next());
        Result remembered = bench.json();
        assertThat(remembered.exit()).isZero();
        assertThat(changes(remembered)).containsExactly(0, 0, 5);
    }

    @Test
    void underAnotherNameOfItsOwnItDoublesNothing() {
        firstRun();
        Map<String, Set<String>> before = contacts();
        bench.loseData();
        long writes = bench.writes();
        Result renamed = bench.with("sync.instance", "branch").json();
        assertThat(renamed.exit()).as("nothing went through").isEqualTo(1);
        assertThat(changes(renamed)).containsExactly(0, 0, 0);
        assertThat(renamed.number("/mailboxes/failed")).isEqualTo(5);
        assertThat(reasons()).containsOnly(
                "most contacts are there as another installation's: was sync.instance changed? this one is 'branch'; "
                + "to take them over: contact-sync adopt --instance main");
        assertThat(contacts()).isEqualTo(before);
        assertThat(bench.writes()).isEqualTo(writes);
    }

    @Test
    void underAnotherCategoryItWritesNothing() {
        firstRun();
        Map<String, Set<String>> before = contacts();
        bench.loseData();
        long writes = bench.writes();
        Result renamed = bench.with("category.name", "Staff").json();
        assertThat(renamed.exit()).as("nothing went through").isEqualTo(1);
        assertThat(changes(renamed)).containsExactly(0, 0, 0);
        assertThat(renamed.number("/mailboxes/failed")).isEqualTo(5);
        assertThat(reasons())
                .containsOnly("40 contacts carry our key without the category: was category.name changed?");
        assertThat(contacts()).isEqualTo(before);
        assertThat(bench.writes()).isEqualTo(writes);
    }

    @ParameterizedTest
    @CsvSource({"category.name, Staff, change it back", "sync.instance, branch, contact-sync adopt --instance"})
    void aMarkThatIsNotAsItWasInRunsBeforeStopsTheRun(String key, String value, String next) {
        firstRun();
        String was = key.equals("sync.instance") ? "main" : "Colleagues";
        long requests = bench.writes();
        Result refused = bench.with(key, value).command("sync");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.sentences()).singleElement().asString()
                .contains(key + " is not what it was in the runs before", "nothing was done", next);
        assertThat(bench.writes()).isEqualTo(requests);
        assertThat(bench.with(key, was).json().exit()).as("changed back").isZero();
    }

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
        assertThat(changes(after)).containsExactly(0, 0, 0);
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
        assertThat(changes(after)).containsExactly(0, 0, 0);
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
        assertThat(changes(bench.json())).containsExactly(30 * 5, 0, 0);
        Files.write(folder.resolve("offices.csv"), rows.subList(0, 30));
        Result shorter = bench.json();
        assertThat(shorter.exit()).as(shorter.err()).isZero();
        assertThat(changes(shorter)).containsExactly(0, 0, 5);
        assertThat(changes(bench.json())).containsExactly(0, 0, 0);
    }

    private static Set<String> remembered(Path memory) {
        try (Stream<Path> files = Files.list(memory)) {
            return files.map(file -> file.getFileName().toString()).collect(toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void aRunThatLosesItsTokenSaysWhatItHasDone() {
        String secret = bench.sandbox().app().clientSecret();
        AtomicInteger batches = new AtomicInteger();
        watch(request -> {
            if (request.isBatch() && batches.incrementAndGet() == 4) {
                bench.sandbox().app().clientSecret("another");
                bench.sandbox().expireTokens();
            }
        });
        Result result = bench.json();
        bench.sandbox().app().clientSecret(secret);
        int there = targets.stream().mapToInt(mailbox -> managed(mailbox).size()).sum();
        assertThat(result.exit()).isEqualTo(1);
        assertThat(there).isBetween(1, ALL - 1);
        assertThat(result.number("/changes/created")).isEqualTo(there);
        assertThat(result.number("/mailboxes/total")).isEqualTo(5);
        assertThat(bench.journal("run-end")).singleElement().satisfies(line -> {
            assertThat(line.path("exit").asInt()).isEqualTo(1);
            assertThat(line.path("created").asInt()).isEqualTo(there);
            assertThat(line.path("problems").toString()).contains("Sign-in");
        });
        assertThat(bench.journal("outcome").stream().filter(line -> line.path("change").asText().equals("create"))
                .filter(line -> line.path("outcome").asText().equals("applied"))).hasSize(there);
        bench.letPass(SETTLED);
        Result healed = bench.json();
        assertThat(healed.exit()).isZero();
        assertThat(healed.number("/changes/created")).isEqualTo(ALL - there);
        complete();
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
        assertThat(changes(shifted)).containsExactly(0, 0, 0);
        assertThat(shifted.exit()).isEqualTo(3);
        complete();
        Result after = bench.json();
        assertThat(after.exit()).isZero();
        assertThat(changes(after)).containsExactly(0, 0, 0);
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
        bench.sandbox().faults().when(SyncSafetyTest::isOfUsers).refuseWith(200,
                "{\"@odata.count\":" + shorter.size() + ",\"value\":" + shorter + "}");
        Result second = bench.json();
        assertThat(second.exit()).isZero();
        assertThat(changes(second)).containsExactly(0, 0, 0);
        assertThat(second.number("/unchanged")).isEqualTo(first.number("/changes/created"));
        assertThat(bench.journal("source")).singleElement()
                .satisfies(line -> assertThat(line.path("contacts").asInt()).isEqualTo(contacts));
    }

    private static boolean isOfUsers(ServiceRequest request) {
        return request.method().equals("GET") && request.target().contains("/users?") && !request.inBatch();
    }

    @Test
    void theCategoryIsPostedAfterItsIntentAndItsIntentEnds() {
        List<String> asked = new CopyOnWriteArrayList<>();
        watch(request -> {
            if (request.target().contains("masterCategories")) {
                asked.add(request.method());
            }
        });
        firstRun();
        assertThat(asked).containsOnly("POST").hasSize(5);
        assertThat(bench.journal("outcome").stream().filter(line -> line.path("change").asText().equals("category"))
                .map(line -> line.path("outcome").asText())).containsOnly("applied").hasSize(5);
        List<JsonNode> intents = bench.journal("intent");
        for (String mailbox : targets) {
            List<String> kinds = intents.stream().filter(line -> line.path("mailbox").asText().equals(mailbox))
                    .map(line -> line.path("change").asText()).toList();
            assertThat(kinds).hasSize(CONTACTS + 1).startsWith("category");
            assertThat(new TreeSet<>(kinds)).containsExactly("category", "create");
        }
    }
}

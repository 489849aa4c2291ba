package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench.Result;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mistake around the program must not do to mailboxes: nothing is lost and nothing is doubled. */
class SyncSafetyTest extends SmallTenant {

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
            assertThat(held.changes()).containsExactly(0, 0, 0);
            assertThat(contacts()).isEqualTo(before);
            assertThat(reasons()).allMatch(reason -> reason
                    .endsWith(": 2 of 40 deletions, and no earlier reading of graph-contacts to compare with"));
        }
        Result approved = bench.json(approvals());
        assertThat(approved.exit()).isZero();
        assertThat(approved.changes()).containsExactly(0, 0, 10);
        bench.sandbox().tenant().deleteContact(central,
                bench.sandbox().tenant().snapshot(central).keySet().iterator().next());
        Result remembered = bench.json();
        assertThat(remembered.exit()).isZero();
        assertThat(remembered.changes()).containsExactly(0, 0, 5);
    }

    @Test
    void underAnotherNameOfItsOwnItDoublesNothing() {
        firstRun();
        Map<String, Set<String>> before = contacts();
        bench.loseData();
        long writes = bench.writes();
        Result renamed = bench.with("sync.instance", "branch").json();
        assertThat(renamed.exit()).as(renamed.err()).isZero();
        assertThat(renamed.changes()).containsExactly(0, 0, 0);
        assertThat(renamed.err()).contains("200 contacts in 5 mailboxes are there as another installation's: not "
                + "doubled; this one is 'branch'; to take them over: contact-sync adopt --instance main");
        assertThat(bench.json().err()).as("once").doesNotContain("another installation's");
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
        assertThat(renamed.changes()).containsExactly(0, 0, 0);
        assertThat(renamed.number("/mailboxes/failed")).isEqualTo(5);
        assertThat(reasons())
                .containsOnly("contacts carry our key without the category: was category.name changed? (40)");
        assertThat(contacts()).isEqualTo(before);
        assertThat(bench.writes()).isEqualTo(writes);
    }

    @ParameterizedTest
    @CsvSource({"category.name, Staff, change it back", "sync.instance, branch, contact-sync adopt --instance",
        "graph.tenant-id, contoso.com, a folder of its own by sync.data"})
    void aMarkThatIsNotAsItWasInRunsBeforeStopsTheRun(String key, String value, String next) {
        firstRun();
        String was = Map.of("category.name", "Colleagues", "sync.instance", "main", "graph.tenant-id",
                bench.sandbox().address().tenant()).get(key);
        long requests = bench.writes();
        Result refused = bench.with(key, value).command("sync");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.sentences()).singleElement().asString()
                .contains(key + " is not what it was in the runs before", "nothing was done", next);
        assertThat(bench.writes()).isEqualTo(requests);
        assertThat(bench.with(key, was).json().exit()).as("changed back").isZero();
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
    void aCategoryWhoseRequestTimedOutIsInDoubt() {
        bench.sandbox().faults().when(request -> request.target().contains("masterCategories")).times(5).refuse(408);
        bench.json();
        assertThat(bench.journal("outcome").stream().filter(line -> line.path("change").asText().equals("category"))
                .map(line -> line.path("outcome").asText())).containsOnly("unknown").hasSize(5);
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

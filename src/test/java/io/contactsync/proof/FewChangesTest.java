package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.journal.GrammarCheck;
import io.contactsync.run.RunReport;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.store.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Where mailboxes tell of no change, a run reads of them what their sources name otherwise than before. */
class FewChangesTest extends DeltaTestBase {

    private void assertFound() {
        assertThat(only(FINDS)).isEqualTo(bench.targets().stream().sorted().toList());
    }

    private static void rename(String customer) {
        bench.sandbox().tenant().changeContact(central(), customer, "{\"displayName\":\"Somebody Else\"}");
    }

    /** Nobody lists anything while a customer comes, changes and goes, and what was written comes back as our own. */
    @Test
    void whoComesChangesOrGoesIsLookedForAlone() throws IOException {
        String bea = customer("Bea");
        RunReport came = run();
        assertThat(came.totals().tally().created()).isEqualTo(MAILBOXES);
        assertThat(came.totals().unchanged()).isEqualTo((long) MAILBOXES * MAILBOXES);
        assertFound();
        assertThat(journal(came).lines().filter(line -> line.contains("\"read\":\"search\""))).hasSize(MAILBOXES);
        rename(bea);
        assertThat(run().totals().tally().updated()).isEqualTo(MAILBOXES);
        assertFound();
        assertListed();
        assertThat(run().totals().unchanged()).isEqualTo((long) MAILBOXES * (MAILBOXES + 1));
        assertThat(only(FINDS)).isEmpty();
        assertListed();
        bench.sandbox().tenant().deleteContact(central(), bea);
        assertThat(run().totals().tally().deleted()).isEqualTo(MAILBOXES);
        assertFound();
        assertListed();
        quietRun();
        assertAllAsked();
        assertListed();
        GrammarCheck.all(bench.data());
    }

    /** Such filters were reported to find nothing; what is there must not be created once more. */
    @ParameterizedTest
    @CsvSource({"200, '{\"value\":[]}'", "500, ''", "400, ''", "200, '{}'"})
    void whereGraphFindsNothingMailboxesAreListed(int status, String body) {
        String bea = customer("Bea");
        run();
        AtomicInteger searches = new AtomicInteger();
        bench.sandbox().faults().when((ServiceRequest request) -> request.target().contains("/contacts?")
                && request.target().contains("$filter=") && searches.incrementAndGet() > 0)
                .times(Integer.MAX_VALUE).refuseWith(status, body);
        rename(bea);
        assertThat(run().totals().tally().updated()).isEqualTo(MAILBOXES);
        assertThat(searches.get()).as("it is given up where it is in vain").isBetween(20, MAILBOXES);
        assertListed(bench.targets().toArray(String[]::new));
        assertThat(run().totals().unchanged()).isEqualTo((long) MAILBOXES * (MAILBOXES + 1));
    }

    /** No delta tells of a copy in another folder, which is its owner's as soon as they have made something of it. */
    @Test
    void aMailboxWithAFolderOfItsOwnersIsListed() {
        String bea = customer("Bea");
        run();
        String id = bench.targets().get(5);
        Mailbox mailbox = bench.sandbox().tenant().mailbox(id);
        String ours = bench.contacts(id).entrySet().stream()
                .filter(each -> each.getValue().toString().contains("Bea Other"))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
        String copy = mailbox.create(mailbox.addFolder("Friends"), mailbox.find(ours).content()).id(false);
        bench.sandbox().tenant().changeContact(id, copy, "{\"personalNotes\":\"met in Rome\"}");
        bench.sandbox().tenant().deleteContact(central(), bea);
        try {
            run();
            assertThat(only(LISTS)).as("and its folder").containsOnly(id).hasSize(2);
            run();
            run();
            assertThat(bench.contacts(id)).as("what its owner made of the copy stays").containsKey(copy);
            assertThat(bench.contacts(id)).doesNotContainKey(ours);
        } finally {
            mailbox.deleteFolder(mailbox.find(copy).folder(), true);
        }
    }

    /** Where something changes each day links are begun all the same; the third run after the first looks for it. */
    @Test
    void sourcesThatChangeInEachRunCostNoListsForLong() throws IOException {
        Files.delete(bench.data().resolve("state/deltas"));
        String bea = customer("Bea");
        for (int run = 0; run < 3; run++) {
            assertThat(run().totals().tally().applied()).isEqualTo(MAILBOXES);
            assertThat(only(FINDS)).isEmpty();
            bench.sandbox().tenant().changeContact(central(), bea, "{\"displayName\":\"Bea " + run + "\"}");
        }
        assertThat(run().totals().tally().updated()).isEqualTo(MAILBOXES);
        assertFound();
        assertListed();
    }

    /** What was written comes back in one page of changes. */
    @Test
    void asManyAsAreLookedForCostNoListInTheNextRun() {
        List<String> all = IntStream.range(0, 30).mapToObj(number -> customer("Customer" + number)).toList();
        assertThat(run().totals().tally().created()).isEqualTo(MAILBOXES * all.size());
        assertListed();
        run();
        assertAllAsked();
        assertListed();
    }

    @Test
    void aMailboxThatTellsOfAChangeIsListed() {
        String bea = customer("Bea");
        run();
        String mailbox = bench.targets().get(3);
        bench.sandbox().tenant().deleteContact(mailbox, ours(mailbox));
        rename(bea);
        assertThat(run().totals().tally().applied()).isEqualTo(MAILBOXES + 1);
        assertListed(mailbox);
        assertThat(only(FINDS)).hasSize(MAILBOXES - 1).doesNotContain(mailbox);
    }

    @Test
    void manyChangesCostAListOfEach() {
        List<String> all = IntStream.range(0, 31).mapToObj(number -> customer("Customer" + number)).toList();
        assertThat(run().totals().tally().created()).isEqualTo(MAILBOXES * all.size());
        assertThat(only(FINDS)).isEmpty();
        assertListed(bench.targets().toArray(String[]::new));
    }
}

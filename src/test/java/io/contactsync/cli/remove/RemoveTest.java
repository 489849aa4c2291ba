package io.contactsync.cli.remove;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench.Result;
import io.contactsync.run.ExitCode;
import io.contactsync.sandbox.faults.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Contacts of ours are taken out: exactly those that are meant, once, and what is nobody's but the owner's stays. */
class RemoveTest extends FilledTenant {

    @Test
    void allOfOursGoesAtOnceWithoutAHoldAndALaterStartIsAFirstOne() {
        Result result = remove("--all", "--yes", "--json");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.changes()).containsExactly(0, 0, ALL);
        assertThat(left()).isZero();
        assertThat(bench.journal("hold")).isEmpty();
        assertThat(bench.journal("intent")).hasSize(ALL).allMatch(line -> line.path("reason").asText()
                .equals("removed"));
        assertThat(bench.data().resolve("state/sources/graph-contacts.keys")).doesNotExist();
        assertThat(bench.data().resolve("state/mailboxes")).as("what is known of mailboxes").isEmptyDirectory();
        assertThat(bench.report().kind()).isEqualTo("apply");
        Result again = remove("--all", "--yes");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("nothing: no contact of ours is there");
        assertThat(bench.json().changes()).containsExactly(ALL, 0, 0);
    }

    @Test
    void aDryRunShowsItAndWritesNothing() {
        long writes = bench.writes();
        Result result = remove("--all", "--dry-run");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("remove      200 contacts of ours out of 5 mailboxes, looked into 5",
                "graph-contacts: 200 contacts of 40 people", "nothing has been written",
                "it creates again what graph-contacts names");
        assertThat(bench.writes()).isEqualTo(writes);
        assertThat(remove("--all", "--dry-run", "--json").number("/changes/deleted")).isEqualTo(ALL);
        assertThat(bench.data().resolve("state/sources/graph-contacts.keys")).exists();
    }

    @Test
    void whereNobodyIsToBeAskedNothingHappens() {
        long writes = bench.writes();
        Result result = remove("--all");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("there is nobody to ask", "then add --yes");
        assertThat(bench.writes()).isEqualTo(writes);
    }

    @Test
    void aMailboxAPersonAndASourceAreOnlyThese() {
        String anna = targets.first();
        String address = bench.sandbox().tenant().user(anna).orElseThrow().userPrincipalName();
        String key = keys(anna).first();
        assertThat(remove("--mailbox", address, "--person", key, "--yes", "--json").changes())
                .containsExactly(0, 0, 1);
        assertThat(keys(anna)).hasSize(39).doesNotContain(key);
        assertThat(remove("--person", key, "--yes", "--json").changes()).containsExactly(0, 0, 4);
        assertThat(remove("--source", "nothing-of-it", "--yes").out()).contains("nothing: no contact of ours");
        assertThat(remove("--mailbox", anna, "--yes", "--json").changes()).containsExactly(0, 0, 39);
        assertThat(remove("--source", "graph-contacts", "--yes", "--json").changes()).containsExactly(0, 0, 4 * 39);
        assertThat(left()).isZero();
    }

    @Test
    void whatItsOwnerReleasedOrFiledAwayStaysOrGoesAsItsMarksSay() {
        String anna = targets.first();
        List<String> ids = List.copyOf(ours(anna));
        tenant.changeContact(anna, ids.get(0), "{\"categories\":[]}");
        tenant.stripExtendedProperties(anna, ids.get(1));
        tenant.moveContact(anna, ids.get(2), tenant.mailbox(anna).addFolder("Friends").id());
        tenant.copyContact(anna, ids.get(3));
        Result result = remove("--mailbox", anna, "--yes");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("kept in mailboxes: 1 contact released by its owner");
        assertThat(ours(anna)).isEmpty();
        assertThat(tenant.snapshot(anna)).containsKeys(ids.get(0), ids.get(1));
        assertThat(bench.journal("intent")).hasSize(39);
    }

    @Test
    void aContactThatItsOwnerChangesMeanwhileStaysAndIsSaid() {
        String anna = targets.first();
        String edited = ours(anna).iterator().next();
        AtomicInteger batches = new AtomicInteger();
        bench.sandbox().faults().when(request -> {
            if (request.isBatch() && batches.incrementAndGet() == 1) {
                tenant.changeContact(anna, bench.byOwner(edited), "{\"personalNotes\":\"met in May\"}");
            }
            return false;
        }).drop();
        Result result = remove("--mailbox", anna, "--yes");
        assertThat(result.exit()).isEqualTo(ExitCode.PARTLY);
        assertThat(result.out()).contains("its owner changed it after it was listed");
        assertThat(ours(anna)).containsExactly(edited);
        assertThat(remove("--mailbox", anna, "--yes", "--json").changes()).containsExactly(0, 0, 1);
    }

    @Test
    void aMailboxThatIsGoneIsSkippedWithItsCauseAndTheOthersAreCleaned() {
        tenant.administration().refuseMailbox(targets.first(), "MailboxNotEnabledForRESTAPI");
        Result result = remove("--all", "--yes");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("not reached 1 mailbox skipped", "160 contacts of ours out of 4 mailboxes");
        assertThat(bench.report().totals().tally().deleted()).isEqualTo(4 * CONTACTS);
        assertThat(bench.report().causes()).singleElement().asString().contains("no mailbox");
    }

    @Test
    void aListThatShowsForAWhileWhatIsDeletedIsWaitedFor() {
        bench.sandbox().follow(FaultPlan.parse("late", "faults:\n  - {fault: stale-list, for: 2 s, share: 100 %}\n"));
        Result result = remove("--mailbox", targets.first(), "--yes", "--json");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.changes()).containsExactly(0, 0, CONTACTS);
    }

    @Test
    void whatIsPutThereMeanwhileIsFoundAtTheEndAndSaid() {
        String anna = targets.first();
        AtomicInteger batches = new AtomicInteger();
        bench.sandbox().faults().when(request -> {
            if (request.isBatch() && batches.incrementAndGet() == 1) {
                bench.byOwner(tenant.copyContact(anna, ours(anna).iterator().next()));
            }
            return false;
        }).drop();
        Result result = remove("--mailbox", anna, "--yes");
        assertThat(result.exit()).isEqualTo(ExitCode.PARTLY);
        assertThat(result.out()).contains("contacts of ours are still listed: remove again");
        assertThat(ours(anna)).hasSize(1);
        assertThat(remove("--mailbox", anna, "--yes", "--json").changes()).containsExactly(0, 0, 1);
    }

    @Test
    void aCreateThatNoListShowsYetIsSaidAndALaterRemovalFindsIt() {
        String anna = targets.first();
        assertThat(remove("--mailbox", anna, "--yes").exit()).isZero();
        bench.sandbox().follow(FaultPlan.parse("late", "faults:\n  - {fault: stale-list, for: 1 h, share: 100 %}\n"));
        assertThat(bench.json().changes()).containsExactly(CONTACTS, 0, 0);
        Result result = remove("--mailbox", anna, "--yes");
        assertThat(result.exit()).isEqualTo(ExitCode.PARTLY);
        assertThat(result.out()).contains("creates of earlier runs may not be listed yet: remove again");
        bench.sandbox().faults().clear();
        bench.sandbox().letPass(Duration.ofHours(1));
        assertThat(remove("--mailbox", anna, "--yes", "--json").changes()).containsExactly(0, 0, CONTACTS);
    }

    @Test
    void stoppedWhereverItIsTheSameCommandGoesOnUntilNothingOfOursIsLeft() {
        bench.with("sync.mailboxes-in-flight", "2");
        for (int stop = 0; stop < 3; stop++) {
            bench.sandbox().faults().whenBatch().after(2).times(Integer.MAX_VALUE).refuse(403);
            assertThat(remove("--all", "--yes").exit()).isEqualTo(ExitCode.PARTLY);
            bench.sandbox().faults().clear();
        }
        assertThat(left()).isBetween(1, ALL - 1);
        assertThat(remove("--all", "--yes").exit()).isZero();
        assertThat(left()).isZero();
    }

    @Test
    void whatARemovalTookOutIsNoOwnersDoing() {
        bench.with("drift.deleted-times", "1");
        String key = keys(targets.first()).first();
        assertThat(remove("--person", key, "--yes", "--json").changes()).containsExactly(0, 0, 5);
        assertThat(bench.json().changes()).containsExactly(5, 0, 0);
        assertThat(bench.journal("intent")).allMatch(line -> line.path("reason").asText().equals("new"));
    }
}

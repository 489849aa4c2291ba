package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.KnownDelta;
import io.contactsync.journal.DeltaMemory;
import io.contactsync.sandbox.faults.Faults;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run cannot ask, or is not told, costs lists and nothing else. */
class DeltaLossTest extends DeltaTestBase {

    private static final int IN_A_BATCH = 8;

    @Test
    void aLinkThatIsGoneIsBegunAnew() {
        String mailbox = bench.targets().get(3);
        bench.sandbox().tenant().administration().expireDeltaTokens(mailbox);
        bench.sandbox().tenant().deleteContact(mailbox, ours(mailbox));
        assertThat(run().totals().tally().created()).isEqualTo(1);
        assertListed(mailbox);
        run();
        assertListed(mailbox);
        quietRun();
        assertAllAsked();
        assertListed();
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 429, 400, 0})
    void aBatchThatFailsCostsListsOfItsMailboxes(int status) {
        Faults.Rule rule = bench.sandbox().faults().whenBatch().times(1);
        if (status == 0) {
            rule.drop();
        } else {
            rule.refuse(status, 1);
        }
        quietRun();
        assertThat(only(LISTS)).hasSize(IN_A_BATCH);
        assertThat(bench.sandbox().findings()).isEmpty();
        quietRun();
        assertAllAsked();
        assertListed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://graph.microsoft.com.evil/v1.0/x", "http://127.0.0.2:1/v1.0/x"})
    void aLinkToAForeignAddressIsNotKept(String link) {
        String mailbox = bench.targets().get(3);
        bench.sandbox().faults().when((ServiceRequest request) -> request.target().contains(mailbox)
                && request.target().contains("deltatoken")).times(1)
                .refuseWith(200, "{\"value\":[],\"@odata.deltaLink\":\"" + link + "\"}");
        quietRun();
        assertListed(mailbox);
        assertThat(new DeltaMemory(bench.data()).read().values()).hasSize(MAILBOXES)
                .allSatisfy(known -> assertThat(known.link()).startsWith("/users/"));
    }

    @Test
    void moreChangesThanOnePageHoldsAreListed() {
        String mailbox = bench.targets().get(3);
        bench.contacts(mailbox).forEach((id, contact) -> bench.sandbox().tenant().changeContact(mailbox, id,
                "{\"spouseName\":\"Kim\"}"));
        run();
        assertListed(mailbox);
        run();
        assertListed(mailbox);
        quietRun();
        assertListed();
    }

    @Test
    void withoutLinksAllIsListed() throws IOException {
        Files.delete(bench.data().resolve("state/deltas"));
        bench.run();
        for (int expected : new int[] {MAILBOXES, 0}) {
            calls.clear();
            bench.sandbox().faults().when((ServiceRequest request) -> note(request.method() + " " + request.target())
                    || request.target().contains("delta")).times(Integer.MAX_VALUE).refuse(404);
            assertThat(bench.run().exit()).isZero();
            assertThat(only(ASKS)).hasSize(expected);
            assertThat(only(LISTS)).hasSize(MAILBOXES);
            bench.sandbox().faults().clear();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no state"})
    void lostOrDamagedStateCostsLists(String content) throws IOException {
        Path state = bench.data().resolve("state/deltas");
        Files.delete(state);
        if (!content.isEmpty()) {
            Files.writeString(state, content);
        }
        quietRun();
        assertThat(only(ASKS)).isEmpty();
        assertThat(only(LISTS)).hasSize(MAILBOXES);
    }

    @Test
    void whatAnotherConfigurationLeftIsNotTrusted() {
        DeltaMemory memory = new DeltaMemory(bench.data());
        Map<String, KnownDelta> all = memory.read();
        all.replaceAll((mailbox, known) -> new KnownDelta(known.link(), "another", known.told(), known.listed(),
                known.until(), known.held(), known.deleted()));
        memory.write(all);
        quietRun();
        assertThat(only(ASKS)).isEmpty();
        assertThat(only(LISTS)).hasSize(MAILBOXES);
    }

    @ParameterizedTest
    @CsvSource({"503, 0", "404, 0", "429, 2", "500, 0"})
    void aMailboxThatIsNotAnsweredIsListedOnceItsWaitIsOver(int status, int seconds) {
        String mailbox = bench.targets().get(20);
        bench.sandbox().faults().when((ServiceRequest request) -> request.target().contains(mailbox)
                && request.target().contains("delta")).times(1).refuse(status, seconds);
        quietRun();
        assertListed(mailbox);
        assertThat(bench.sandbox().findings()).isEmpty();
        quietRun();
        assertListed();
    }
}

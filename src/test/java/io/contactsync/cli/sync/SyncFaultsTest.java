package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that something happens to: what is left is told, nothing is doubled, and later runs reach the goal. */
class SyncFaultsTest {

    private static final int CONTACTS = 40;
    private static final int ALL = 5 * CONTACTS;
    private static final Duration SETTLED = Duration.ofMinutes(16);

    @TempDir
    Path temp;
    private SyncBench bench;

    @BeforeEach
    void start() {
        bench = SyncBench.startSmall(temp);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static int created(Result result) {
        return result.number("/changes/created");
    }

    private List<JsonNode> outcomes(String kind) {
        return bench.journal("outcome").stream().filter(line -> line.path("outcome").asText().equals(kind)).toList();
    }

    /** Every target holds each of the customers exactly once. */
    private void complete() {
        GraphClient graph = new GraphClient(bench.sandbox().address());
        for (String mailbox : bench.targets(graph)) {
            List<String> keys = graph.managed(mailbox).stream().map(GraphClient::key).toList();
            assertThat(keys).hasSize(CONTACTS).doesNotHaveDuplicates();
        }
    }

    private int unsettled() {
        return bench.journal("plan").stream().mapToInt(line -> line.path("unsettled").asInt()).sum();
    }

    private void nothingMore() {
        Result result = bench.json();
        assertThat(result.exit()).isZero();
        assertThat(created(result)).isZero();
        assertThat(result.number("/unchanged")).isEqualTo(ALL);
        complete();
    }

    @Test
    void aThrottledChangeIsDoneAfterTheWait() {
        bench.sandbox().faults().whenInBatch("POST").after(3).times(3).refuse(429, 1);
        Result result = bench.json();
        assertThat(result.exit()).isZero();
        assertThat(created(result)).isEqualTo(ALL);
        assertThat(result.number("/throttled")).isEqualTo(3);
        assertThat(outcomes("retry later").size() + outcomes("retry-later").size()).isEqualTo(3);
        JournalRules.check(bench, bench.journal());
        nothingMore();
    }

    @Test
    void aLostAnswerDoesNotDouble() {
        bench.sandbox().faults().whenBatch().applyThenDrop();
        Result result = bench.json();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(created(result)).isEqualTo(ALL - 20);
        assertThat(outcomes("unknown")).hasSize(20);
        complete();
        nothingMore();
        bench.letPass(SETTLED);
        nothingMore();
    }

    @Test
    void aLostRequestIsMadeGoodAfterTheSettleTimeAndNotBefore() {
        bench.sandbox().faults().whenBatch().drop();
        assertThat(bench.json().exit()).isEqualTo(3);
        assertThat(outcomes("unknown")).hasSize(20);
        Result early = bench.json();
        assertThat(created(early)).isZero();
        assertThat(unsettled()).isEqualTo(20);
        bench.letPass(SETTLED);
        Result late = bench.json();
        assertThat(late.exit()).isZero();
        assertThat(created(late)).isEqualTo(20);
        complete();
        nothingMore();
    }

    @Test
    void anAnswerMissingInABatchIsInDoubtToo() {
        bench.sandbox().faults().whenInBatch("POST").after(7).times(2).applyThenOmit();
        assertThat(bench.json().exit()).isEqualTo(3);
        assertThat(outcomes("unknown")).hasSize(2);
        nothingMore();
    }

    @Test
    void aRefusedChangeIsToldAndTheRestIsDone() {
        bench.sandbox().faults().whenInBatch("POST").after(5).refuse(400, "ErrorInvalidProperty",
                "Ann Other is no name");
        Result result = bench.json();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(created(result)).isEqualTo(ALL - 1);
        assertThat(result.number("/mailboxes/failed")).isZero();
        assertThat(result.number("/changes/refused")).isEqualTo(1);
        assertThat(outcomes("rejected")).singleElement().satisfies(line -> assertThat(line.path("reason").asText())
                .contains("ErrorInvalidProperty").doesNotContain("Ann"));
        assertThat(created(bench.json())).isEqualTo(1);
        nothingMore();
    }

    @Test
    void aMailboxThatCannotBeReadFailsAlone() {
        String mailbox = bench.targets(new GraphClient(bench.sandbox().address())).iterator().next();
        bench.sandbox().faults().when(request -> mailbox.equals(request.mailbox()) && request.method().equals("GET"))
                .refuse(403);
        Result result = bench.json();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.number("/mailboxes/failed")).isEqualTo(1);
        assertThat(created(result)).isEqualTo(ALL - CONTACTS);
        assertThat(created(bench.json())).isEqualTo(CONTACTS);
        nothingMore();
    }

    @Test
    void anExpiredTokenIsRenewedWithinTheRun() {
        AtomicInteger batches = new AtomicInteger();
        bench.sandbox().faults().when(request -> {
            if (request.isBatch() && batches.incrementAndGet() == 2) {
                bench.sandbox().expireTokens();
            }
            return false;
        }).drop();
        Result result = bench.json();
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(created(result)).isEqualTo(ALL);
        nothingMore();
    }

    @Test
    void withoutPermissionForTheCategoryContactsAreWrittenAllTheSame() {
        Set<String> roles = bench.sandbox().app().roles().stream().filter(role -> !role.startsWith("MailboxSettings"))
                .collect(Collectors.toSet());
        bench.sandbox().app().roles(roles);
        Result result = bench.json();
        assertThat(result.exit()).isZero();
        assertThat(created(result)).isEqualTo(ALL);
        assertThat(bench.journal("outcome").stream().filter(line -> line.path("change").asText().equals("category")))
                .hasSize(5)
                .allMatch(line -> line.path("outcome").asText().equals("rejected")
                        && line.path("reason").asText().contains("403"));
    }

    @Test
    void aCopyThatIsSomebodyElseBecomesItsOwnersAndAReleasedContactIsLeft() {
        bench.json();
        GraphClient graph = new GraphClient(bench.sandbox().address());
        String mailbox = bench.targets(graph).iterator().next();
        JsonNode contact = graph.managed(mailbox).get(0);
        String copy = bench.sandbox().tenant().createContact(mailbox,
                "{\"displayName\":\"Ann Other\",\"categories\":[\"Colleagues\"],\"singleValueExtendedProperties\":"
                + contact.path("singleValueExtendedProperties") + "}");
        bench.byOwner(copy);
        assertThat(bench.json().changes()).as("our key goes, and nothing else").containsExactly(0, 1, 0);
        assertThat(new String(bench.sandbox().tenant().snapshot(mailbox).get(copy))).contains("Ann Other")
                .doesNotContain("v1|main");
        nothingMore();
        bench.sandbox().tenant().changeContact(mailbox, contact.path("id").asText(), "{\"categories\":[]}");
        Result released = bench.json();
        assertThat(released.exit()).isZero();
        assertThat(created(released) + released.number("/changes/updated") + released.number("/changes/deleted"))
                .isZero();
        assertThat(bench.journal("plan").stream().mapToInt(line -> line.path("released").asInt()).sum()).isEqualTo(1);
    }
}

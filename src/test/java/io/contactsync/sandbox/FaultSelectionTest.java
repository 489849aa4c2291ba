package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests the rules of a plan are about, and how rules go together. */
class FaultSelectionTest {
    private FaultBench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    private void plan(String... rules) {
        bench = FaultBench.with(rules);
    }

    private int status(String mailbox) {
        return bench.client.get("/users/" + mailbox + "/contacts?$top=1").status();
    }

    @Test
    void someMailboxesAlwaysFailAndTheOthersNever() {
        plan("fault: refuse, status: 500, mailboxes: 40 %");
        List<String> fifty = bench.mailboxes().subList(0, 50);
        List<Integer> first = fifty.stream().map(this::status).toList();
        assertThat(fifty.stream().map(this::status).toList()).isEqualTo(first);
        assertThat(first.stream().filter(each -> each == 500).count()).isBetween(10L, 30L);
        assertThat(first).containsOnly(200, 500);
        assertThat(bench.client.get("/users").status()).isEqualTo(200);
    }

    @Test
    void oneMailboxIsNamedByIdOrByName() {
        plan("fault: slow, by: 0 s");
        String id = bench.mailbox;
        String name = bench.sandbox.tenant().user(bench.mailboxes().get(1)).orElseThrow().userPrincipalName();
        bench.sandbox.follow(FaultBench.plan(1, "fault: refuse, status: 403, mailbox: '" + id + "'",
                "fault: refuse, status: 500, mailbox: '" + name + "'"));
        assertThat(
                List.of(status(id), status(bench.mailboxes().get(1)), status(name), status(bench.mailboxes().get(2))))
                .containsExactly(403, 500, 500, 200);
    }

    @ParameterizedTest
    @CsvSource({"/users/%s/contacts", "users('%s')/contacts", "\\/users\\/%s\\/contacts"})
    void batchesAreCountedByMailboxHoweverItsAddressIsWritten(String address) {
        plan("fault: refuse, where: batch, after: 1, times: 1");
        List<Integer> statuses = IntStream.of(0, 1, 0, 1)
                .mapToObj(i -> bench.client.batch("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\""
            + address.formatted(bench.mailboxes().get(i)) + "\"}]}").status()).toList();
        assertThat(statuses).containsExactly(200, 200, 503, 503);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "method: POST                                | 200 503 200 200",
        "path: /users/*/contacts                     | 503 503 200 200",
        "path: /users                                | 200 201 503 200",
        "path: /users/**                             | 503 503 503 503",
        "containing: top                             | 503 201 503 200",
        "containing: Ann                             | 200 503 200 200",
        "where: alone                                | 503 503 503 503",
        "where: inside                               | 200 201 200 200",
        "method: GET, path: /users/*/contacts        | 503 201 200 200"})
    void requestsAreChosenByMethodPathTextAndPlace(String which, String statuses) {
        plan("fault: refuse, status: 503, " + which);
        assertThat(String.join(" ", Integer.toString(status(bench.mailbox)),
                Integer.toString(bench.create("Ann").status()),
                Integer.toString(bench.client.get("/users?$top=1").status()),
                Integer.toString(bench.client.get("/users/" + bench.mailbox).status())))
            .isEqualTo(statuses);
    }

    @Test
    void eachThirdRequestOfAMailboxIsTakenTwice() {
        plan("fault: refuse, status: 503, after: 1, every: 3, times: 2");
        for (String mailbox : bench.mailboxes().subList(0, 2)) {
            assertThat(IntStream.range(0, 12).map(any -> status(mailbox)).boxed()).containsExactly(200, 200, 200, 503,
                    200, 200, 503, 200, 200, 200, 200, 200);
        }
    }

    @Test
    void allRulesThatFitActAndTheLastOneAnswers() {
        plan("fault: owner-deletes, times: 1", "fault: refuse, status: 503, times: 1",
                "fault: refuse, status: 504, times: 1", "fault: content-type, type: text/x");
        String id = bench.managed("Ann");
        SandboxClient.Answer answer = bench.client.get(bench.contacts);
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.header("Content-Type")).isEqualTo("text/x");
        assertThat(bench.sandbox.tenant().snapshot(bench.mailbox)).doesNotContainKey(id);
    }

    @Test
    void clearingEndsThePlan() {
        plan("fault: refuse, status: 503");
        assertThat(status(bench.mailbox)).isEqualTo(503);
        bench.sandbox.faults().clear();
        assertThat(status(bench.mailbox)).isEqualTo(200);
    }
}

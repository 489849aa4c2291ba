package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contact that Graph refuses alone fails no mailbox, and is not sent again until it changes. */
class RefusedContactTest extends SmallTenant {

    private static final int REST = ALL - 5;

    /** The name of the first central contact, and its refusal wherever it is written. */
    private String poison(int status, String code) {
        GraphClient graph = new GraphClient(bench.sandbox().address());
        String central = bench.sandbox().address().centralMailbox();
        JsonNode one = graph.list("/users/" + central + "/contacts?$select=displayName&$top=1").get(0);
        String name = one.path("displayName").asText();
        bench.sandbox().faults().when(request -> !request.method().equals("GET") && !request.isBatch()
                && request.body().contains(name)).times(Integer.MAX_VALUE).refuse(status, code, "no");
        return name;
    }

    @ParameterizedTest
    @CsvSource({"400, ErrorInvalidProperty", "500, ErrorCorruptData", "413, RequestEntityTooLarge"})
    void theRunIsDoneAndNamesIt(int status, String code) {
        String name = poison(status, code);
        Result first = bench.json();
        assertThat(first.exit()).as(first.out() + first.err()).isZero();
        assertThat(first.number("/mailboxes/done")).isEqualTo(5);
        assertThat(first.changes()).containsExactly(REST, 0, 0);
        assertThat(bench.report().notes()).anyMatch(note -> note.startsWith("\"" + name + "\" was refused: " + status
                + " " + code + ". 1 contact is skipped until it changes"));
        assertThat(bench.journal().toString()).contains("refused: " + status + " " + code).doesNotContain(name);
        long refused = bench.journal("outcome").stream()
                .filter(line -> line.path("reason").asText().contains(code)).count();
        assertThat(refused).isBetween(3L, 5L);
        Result second = bench.json();
        assertThat(second.exit()).isZero();
        assertThat(second.changes()).containsExactly(0, 0, 0);
        assertThat(bench.journal("intent")).isEmpty();
        assertThat(bench.journal("plan")).hasSize(5).allMatch(line -> line.path("refused").asInt() == 1);
        screens(name, code);
    }

    private void screens(String name, String code) {
        assertThat(bench.command("status").out()).contains("refused      1 contact skipped until it changes",
                "\"" + name + "\"", code, "→ contact-sync release ");
        assertThat(bench.command("status", "--json").json().at("/refused/0/name").asText()).isEqualTo(name);
        assertThat(bench.command("explain", name, targets.iterator().next(), "--offline").out())
                .contains("refused, and skipped until it changes").contains(code);
        assertThat(bench.sync().out()).contains("\"" + name + "\" was refused");
    }

    @Test
    void isTriedAgainWhenReleased() {
        String name = poison(400, "ErrorInvalidProperty");
        bench.json();
        bench.sandbox().faults().clear();
        assertThat(bench.json().changes()).containsExactly(0, 0, 0);
        Result released = bench.command("release", name);
        assertThat(released.exit()).as(released.err()).isZero();
        assertThat(released.out()).contains("released: \"" + name + "\", refused with 400 ErrorInvalidProperty");
        assertThat(bench.json().changes()).containsExactly(5, 0, 0);
        complete();
        assertThat(bench.command("status").out()).doesNotContain("refused ");
    }

    @Test
    void isTriedAgainWhenItChanges() {
        String name = poison(400, "ErrorInvalidProperty");
        bench.json();
        bench.sandbox().faults().clear();
        GraphClient graph = new GraphClient(bench.sandbox().address());
        String central = bench.sandbox().address().centralMailbox();
        String id = graph.list("/users/" + central + "/contacts?$select=displayName&$top=1").get(0).path("id").asText();
        bench.sandbox().tenant().changeContact(central, bench.byOwner(id), "{\"jobTitle\":\"Somebody else now\"}");
        Result changed = bench.json();
        assertThat(changed.exit()).as(changed.out()).isZero();
        assertThat(changed.changes()).containsExactly(5, 0, 0);
        complete();
        assertThat(bench.command("status").out()).doesNotContain(name);
    }

    /** Many at once are no contact's fault: nothing is set aside. */
    @Test
    void manyAtOnceAreNotSetAside() {
        bench.sandbox().faults().when(request -> request.method().equals("POST") && !request.isBatch()
                && request.target().endsWith("/contacts")).times(Integer.MAX_VALUE)
                .refuse(400, "ErrorInvalidProperty", "no");
        Result result = bench.json();
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.number("/mailboxes/failed")).isEqualTo(5);
        assertThat(bench.report().problems()).anyMatch(problem -> problem.startsWith("40 of 40 contacts were refused"));
        bench.sandbox().faults().clear();
        assertThat(bench.json().changes()).containsExactly(ALL, 0, 0);
    }

    /** One mailbox of five refuses it: that is the mailbox's trouble. */
    @Test
    void oneMailboxIsNotEnough() {
        String mailbox = targets.iterator().next();
        bench.sandbox().faults().when(request -> request.method().equals("POST") && !request.isBatch()
                && request.target().endsWith("/contacts") && mailbox.equals(request.mailbox())).times(1)
                .refuse(400, "ErrorInvalidProperty", "no");
        Result result = bench.json();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(bench.report().problems()).singleElement().asString()
                .contains("was refused (400 ErrorInvalidProperty) in 1 mailbox (", "and others took it");
        assertThat(bench.json().changes()).containsExactly(1, 0, 0);
        complete();
    }
}

package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of contacts of ours that their owners, or their phones, change. */
class DriftTest extends OwnedMailbox {

    private static final String OTHER = "+1 202 555 0142";

    private String edited(String id) {
        tenant.changeContact(mailbox, id, "{\"mobilePhone\":\"" + OTHER + "\",\"spouseName\":\"Kim\"}");
        return id;
    }

    private String mobile(String id) {
        return managed().get(id).path("mobilePhone").asText();
    }

    private List<LoggedRequest> requests() {
        return bench.sandbox().requestLog().orElseThrow().last();
    }

    /** Requests of the next run that read or write one contact, and no list. */
    private List<String> ofContacts(Runnable run) {
        int before = requests().size();
        run.run();
        return requests().subList(before, requests().size()).stream()
                .filter(request -> request.target().matches(".*/contacts/(?!contacts/delta|delta)[^/]+.*"))
                .map(LoggedRequest::method).toList();
    }

    @Test
    void whatAnOwnerChangedIsAsItWasAfterTheNextRunAndTheRestIsTheirs() {
        String id = any();
        String before = mobile(id);
        edited(id);
        JsonNode rest = managed().get(id);
        List<Result> results = new ArrayList<>();
        List<String> requests = ofContacts(() -> results.add(bench.json()));
        assertThat(results.get(0).changes()).containsExactly(0, 1, 0);
        assertThat(requests).as("one read more than an update needs").containsExactly("GET", "GET", "PATCH");
        assertThat(mobile(id)).isEqualTo(before);
        assertThat(managed().get(id).path("spouseName")).isEqualTo(rest.path("spouseName"));
        assertThat(bench.journal("intent").get(0).path("reason").asText()).isEqualTo("drifted");
        assertThat(ofContacts(this::nothingToDo)).isEmpty();
    }

    @Test
    void aContactThatWasTouchedButIsAsWeWantItIsReadOnceAndLeft() {
        tenant.changeContact(mailbox, any(), "{\"spouseName\":\"Kim\"}");
        assertThat(ofContacts(this::nothingToDo)).containsExactly("GET");
        assertThat(ofContacts(this::nothingToDo)).isEmpty();
    }

    @Test
    void aPlanTellsDriftAndNeitherWritesNorRemembersAnything() {
        String id = edited(any());
        assertThat(bench.command("plan", "--json").out()).contains("\"reason\":\"drifted\"");
        assertThat(mobile(id)).isEqualTo(OTHER);
        assertThat(bench.json().changes()).containsExactly(0, 1, 0);
    }

    @Test
    void byReportNothingIsWrittenAndEveryRunTellsIt() {
        bench.with("drift.policy", "report");
        String id = edited(any());
        for (int run = 0; run < 2; run++) {
            Result result = bench.json();
            assertThat(result.changes()).containsExactly(0, 0, 0);
            assertThat(result.err()).contains("1 contact in 1 mailbox that somebody changed");
            assertThat(mobile(id)).isEqualTo(OTHER);
        }
        bench.with("drift.policy", "restore");
        assertThat(bench.json().changes()).containsExactly(0, 1, 0);
    }

    @Test
    void byRespectAnOwnersValueStaysUntilTheSourceChangesThatField() {
        bench.with("drift.policy", "respect");
        String id = any();
        String key = key(managed().get(id));
        edited(id);
        inCentral(key, each -> tenant.changeContact(central, each, "{\"jobTitle\":\"Chair\"}"));
        assertThat(bench.json().changes()).containsExactly(0, 5, 0);
        assertThat(managed().get(id).path("jobTitle").asText()).isEqualTo("Chair");
        assertThat(mobile(id)).isEqualTo(OTHER);
        nothingToDo();
        inCentral(key, each -> tenant.changeContact(central, each, "{\"mobilePhone\":\"+1 202 555 0177\"}"));
        assertThat(bench.json().changes()).containsExactly(0, 5, 0);
        assertThat(mobile(id)).isEqualTo("+1 202-555-0177");
    }

    @Test
    void byRespectWhatIsCutForPeopleDecidesNothing() throws IOException {
        bench.with("drift.policy", "respect");
        String id = any();
        String key = key(managed().get(id));
        edited(id);
        Files.delete(bench.data().resolve("state/contents/graph-contacts.jsonl"));
        inCentral(key, each -> tenant.changeContact(central, each, "{\"jobTitle\":\"Chair\"}"));
        assertThat(bench.json().changes()).containsExactly(0, 5, 0);
        assertThat(managed().get(id).path("jobTitle").asText()).isEqualTo("Chair");
        assertThat(mobile(id)).isEqualTo(OTHER);
    }

    @Test
    void aContactThatItsOwnerDeletesIsMadeAgainAndRespectedAfterSoManyTimes() {
        bench.with("drift.deleted-times", "2");
        String first = any();
        String key = key(managed().get(first));
        tenant.deleteContact(mailbox, first);
        assertThat(bench.json().changes()).containsExactly(1, 0, 0);
        assertThat(bench.journal("intent").get(0).path("reason").asText()).contains("deleted by its owner");
        bench.letPass(SETTLED);
        String again = managed().entrySet().stream().filter(each -> key(each.getValue()).equals(key)).findFirst()
                .orElseThrow().getKey();
        tenant.deleteContact(mailbox, again);
        nothingToDo();
        nothingToDo();
        bench.with("drift.deleted-times", "0");
        assertThat(bench.json().changes()).containsExactly(1, 0, 0);
    }

    @Test
    void aLostOrDamagedMemoryWritesNothingAndIsMadeAnew() throws Exception {
        Path folder = bench.data().resolve("state/mailboxes");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSize(5).allMatch(file -> file.toFile().length() <= 24L * 40);
        Files.delete(files.get(0));
        Files.write(files.get(1), new byte[] {1, 2, 3});
        Files.write(files.get(2), new byte[0]);
        assertThat(ofContacts(this::nothingToDo)).isEmpty();
        assertThat(files).allMatch(file -> file.toFile().length() > 16L * 40);
        edited(any());
        assertThat(bench.json().changes()).containsExactly(0, 1, 0);
    }
}

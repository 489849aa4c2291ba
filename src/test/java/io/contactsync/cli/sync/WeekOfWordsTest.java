package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.Finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A week with an installation: what is said of waiting, of an undo, of a repair, of drift and of damage. */
class WeekOfWordsTest extends OwnedMailbox {

    private static final String DORA = "{\"displayName\":\"Dora Late\",\"givenName\":\"Dora\",\"surname\":\"Late\","
            + "\"emailAddresses\":[{\"name\":\"\",\"address\":\"dora@late.example\"}]}";

    private void join() {
        tenant.createContact(central, DORA);
    }

    private String dora() {
        return managed().entrySet().stream()
                .filter(each -> each.getValue().path("displayName").asText().startsWith("Dora"))
                .findFirst().orElseThrow().getKey();
    }

    @Test
    void aCreateThatWaitsIsNoFailure() {
        join();
        assertThat(bench.json().changes()).containsExactly(5, 0, 0);
        tenant.deleteContact(mailbox, dora());
        Result result = bench.json();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.json().path("mailboxes").toString())
                .isEqualTo("{\"total\":5,\"done\":4,\"skipped\":0,\"held\":0,\"waits\":1,\"failed\":0}");
        assertThat(bench.journal("mailbox")).extracting(line -> line.path("status").asText())
                .containsOnlyOnce("waits").doesNotContain("failed");
        assertThat(bench.journal("run-end").get(0).path("waits").asInt()).isEqualTo(1);
        Result screen = bench.sync();
        assertThat(screen.out()).contains("5 mailboxes: 4 done \u00b7 1 waits; 0 changes",
                "1 waits: creates wait until earlier ones of the same contacts have settled: ");
        assertThat(bench.command("explain", "Dora Late", mailbox).out())
                .contains("a create was sent on ", "run again after ").doesNotContain("failed");
        assertThat(bench.command("status").out()).contains("failed       no mailbox in the last run");
    }

    @Test
    void anUndoNamesTheRunThatItTakesBack() {
        String first = bench.journal("run-start").get(0).path("run").asText();
        Result plan = bench.command("undo", "latest", "--dry-run");
        assertThat(plan.out().replaceAll("\\s+", " ")).contains("undo takes back the run " + first + " of 20")
                .contains(" (sync)");
        assertThat(bench.words(List.of("plan", "show")).out()).contains(": undo\n");
        JsonNode json = bench.command("undo", "latest", "--dry-run", "--json").json();
        assertThat(json.path("order").asText()).isEqualTo("undo");
        assertThat(json.path("undoes").asText()).isEqualTo(first);
        assertThat(bench.journal("run-start").get(0).path("order").asText()).isEqualTo("undo");
        assertThat(bench.command("undo", first, "--yes").out())
                .contains("undo: takes back the run " + first + " of 20");
        assertThat(bench.command("status").out()).containsPattern("UTC  undo   done ")
                .containsPattern("UTC  undo   planned ").contains("takes back the run " + first + " of 20");
        JsonNode runs = bench.command("status", "--json").json().path("runs");
        assertThat(runs.path(0).path("order").asText()).isEqualTo("undo");
        assertThat(runs.path(1).path("end").asText()).isEqualTo("planned");
        assertThat(runs.path(1).at("/planned/deleted").asInt()).isEqualTo(200);
        assertThat(runs.path(1).has("deleted")).as("nothing was").isFalse();
    }

    @Test
    void aRepairLeavesThoseWhoJoinToTheNextRunAndSaysSo() {
        join();
        String edited = any();
        tenant.changeContact(mailbox, edited, "{\"mobilePhone\":\"+1 202 555 0142\"}");
        Result plan = bench.command("repair", "--dry-run");
        assertThat(plan.out()).contains("5 contacts that were never there are left to the next contact-sync sync",
                "1 contact in 1 mailbox that somebody changed: to be restored as the source says");
        assertThat(bench.command("repair", "--dry-run", "--json").json().path("drift").toString())
                .isEqualTo("{\"to_be_restored\":1}");
        assertThat(bench.words(List.of("plan", "show", "--drift")).out()).contains("to be restored: 1 contact");
        Result done = bench.command("repair", "--yes", "--json");
        assertThat(done.changes()).containsExactly(0, 1, 0);
        assertThat(bench.command("status").out()).contains("UTC  repair done ");
        assertThat(bench.words(List.of("plan", "show", "--drift")).out()).as("of the run just made")
                .startsWith("run ").contains("\nrestored: 1 contact");
        assertThat(bench.json().changes()).containsExactly(5, 0, 0);
    }

    @Test
    void whatIsGivenBackIsNotKept() {
        bench.expect(Rule.FOREIGN_CONTACT);
        tenant.changeContact(mailbox, bench.byOwner(any()), "{\"categories\":[]}");
        assertThat(bench.sync().out()).contains("kept in mailboxes: 1 contact released by its owner");
        assertThat(bench.command("repair", "--yes").out()).contains("released: given back")
                .doesNotContain("kept in mailboxes");
    }

    @Test
    void statusSaysThatAJournalIsDamagedAndWhatGoesOn() throws IOException {
        join();
        assertThat(bench.json().exit()).isZero();
        Path journal = Path.of(bench.report().journal());
        byte[] sound = Files.readAllBytes(journal);
        List<String> lines = Files.readAllLines(journal);
        lines.set(lines.size() / 2, lines.get(lines.size() / 2).replaceFirst("\"event\"", "\"evemt\""));
        Files.write(journal, lines);
        Result sync = bench.sync();
        assertThat(sync.exit()).isEqualTo(1);
        Result status = bench.command("status");
        assertThat(status.out()).containsPattern("damage +! .*damaged.*contact-sync state rebuild")
                .doesNotContain("no mailbox in the last run");
        assertThat(bench.command("status", "--json").json().path("damage").asText()).contains("state rebuild");
        Files.write(journal, sound);
    }
}

package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.Finding.Rule;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts are what the sources say once more, because somebody asked for that. */
class RepairTest extends OwnedMailbox {

    private static final String OTHER = "+1 202 555 0142";

    private String edited;
    private String released;
    private String deleted;
    private String mobile;

    @BeforeEach
    void owners() {
        bench.with("drift.policy", "report").with("drift.deleted-times", "1");
        List<String> ids = List.copyOf(managed().keySet());
        edited = ids.get(0);
        released = ids.get(1);
        deleted = key(managed().get(ids.get(2)));
        mobile = managed().get(edited).path("mobilePhone").asText();
        tenant.changeContact(mailbox, edited, "{\"mobilePhone\":\"" + OTHER + "\"}");
        tenant.changeContact(mailbox, bench.byOwner(released), "{\"categories\":[\"Friends\"]}");
        tenant.deleteContact(mailbox, ids.get(2));
        nothingToDo();
    }

    private void isUntouched() {
        assertThat(managed().get(edited).path("mobilePhone").asText()).isEqualTo(OTHER);
        assertThat(managed().get(released).path("categories").toString()).isEqualTo("[\"Friends\"]");
        assertThat(idOfKey(deleted)).isNull();
    }

    @Test
    void allOfItIsGivenBackAfterAPreview() {
        bench.expect(Rule.FOREIGN_CONTACT); // the one that its owner released, asked for by name
        Result dry = bench.command("repair", "--dry-run", "--json");
        assertThat(dry.changes()).containsExactly(1, 2, 0);
        isUntouched();
        assertThat(bench.command("repair").exit()).as("nobody to ask").isEqualTo(2);
        isUntouched();
        Result done = bench.command("repair", "--yes", "--json");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.changes()).containsExactly(1, 2, 0);
        assertThat(managed().get(edited).path("mobilePhone").asText()).isEqualTo(mobile);
        assertThat(managed().get(released).path("categories").toString()).isEqualTo("[\"Friends\",\"Colleagues\"]");
        assertThat(idOfKey(deleted)).isNotNull();
        bench.letPass(SETTLED);
        nothingToDo();
        assertThat(bench.command("repair", "--yes", "--json").changes()).containsExactly(0, 0, 0);
    }

    @Test
    void whatIsGivenBackIsShownFieldByFieldBoundToThatAndReleasedAgainByAnUndo() {
        bench.expect(Rule.FOREIGN_CONTACT);
        String name = managed().get(released).path("displayName").asText();
        tenant.changeContact(mailbox, released, "{\"mobilePhone\":\"+1 202 555 0177\"}");
        Result dry = bench.command("repair", "--mailbox", mailbox, "--person", name, "--dry-run");
        assertThat(dry.out()).as(dry.err()).contains("given back", "mobilePhone", "+1 202 555 0177");
        String plan = dry.out().replaceAll("(?s).*contact-sync apply (\\S+).*", "$1");
        tenant.changeContact(mailbox, bench.byOwner(released), "{\"mobilePhone\":\"+1 202 555 0188\"}");
        assertThat(bench.command("apply", plan, "--yes").out()).contains("not in the mailbox as the plan saw them");
        assertThat(managed().get(released).path("mobilePhone").asText()).isEqualTo("+1 202 555 0188");
        assertThat(bench.command("repair", "--mailbox", mailbox, "--person", name, "--yes").exit()).isZero();
        assertThat(managed().get(released).path("categories").toString()).isEqualTo("[\"Friends\",\"Colleagues\"]");
        assertThat(bench.command("undo", "latest", "--yes").exit()).isZero();
        assertThat(managed().get(released).path("mobilePhone").asText()).isEqualTo("+1 202 555 0188");
        assertThat(managed().get(released).path("categories").toString()).isEqualTo("[\"Friends\"]");
    }

    @Test
    void aReleasedContactThatBecameSomebodyElseIsLeftAndListed() {
        tenant.changeContact(mailbox, released, "{\"displayName\":\"My Mother\"}");
        Result result = bench.command("repair", "--mailbox", mailbox, "--yes", "--json");
        assertThat(result.changes()).containsExactly(1, 1, 0);
        assertThat(managed().get(released).path("displayName").asText()).isEqualTo("My Mother");
        assertThat(bench.command("status").out()).contains("released by its owner");
    }

    @Test
    void onlyThatMailboxAndThatPerson() {
        String name = managed().get(edited).path("displayName").asText();
        String elsewhere = bench.sandbox().tenant().mailboxes().stream()
                .filter(id -> !id.equals(mailbox) && !id.equals(central)).findFirst().orElseThrow();
        assertThat(bench.command("repair", "--mailbox", elsewhere, "--yes", "--json").changes())
                .containsExactly(0, 0, 0);
        isUntouched();
        assertThat(bench.command("repair", "--mailbox", mailbox, "--person", name, "--yes", "--json").changes())
                .containsExactly(0, 1, 0);
        assertThat(managed().get(edited).path("mobilePhone").asText()).isEqualTo(mobile);
        assertThat(idOfKey(deleted)).isNull();
        Result nobody = bench.command("repair", "--person", "Nobody At All", "--yes");
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.err()).contains("--person: no source names");
    }

    @Test
    void statusAndPlanShowTellWhatOwnersDid() {
        String name = managed().get(released).path("displayName").asText();
        Result status = bench.command("status");
        assertThat(status.out()).contains("released by its owner", name, "contact-sync repair");
        assertThat(bench.command("plan", "--json").out()).contains("\"fate\":\"released\"", "\"fate\":\"reported\"",
                "\"fate\":\"deleted\"");
        assertThat(bench.words(List.of("plan", "show", "--drift")).out())
                .contains("released by its owner", "mobilePhone", OTHER, "deleted by its owner");
    }
}

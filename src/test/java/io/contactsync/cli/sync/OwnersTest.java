package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.Finding.Rule;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the owner of a mailbox, or another machine, does with our contacts, and what a run makes of it. */
class OwnersTest extends OwnedMailbox {

    @Test
    void aContactMovedIntoAFolderIsNotCreatedAgainAndGoesWithItsPerson() {
        Mailbox box = tenant.mailbox(mailbox);
        Folder friends = box.addFolder("Friends");
        Folder deeper = box.folders().add(friends, "School");
        List<String> ids = List.copyOf(managed().keySet()).subList(0, 2);
        List<String> keys = ids.stream().map(id -> key(managed().get(id))).toList();
        tenant.moveContact(mailbox, ids.get(0), friends.id());
        tenant.moveContact(mailbox, ids.get(1), deeper.id());
        nothingToDo();
        inCentral(keys.get(1), id -> tenant.changeContact(central, id, "{\"jobTitle\":\"Chair\"}"));
        assertThat(bench.json().changes()).containsExactly(0, 5, 0);
        assertThat(managed().get(idOfKey(keys.get(1))).path("jobTitle").asText()).isEqualTo("Chair");
        inCentral(keys.get(0), id -> tenant.deleteContact(central, id));
        assertThat(bench.json().changes()).containsExactly(0, 0, 5);
        assertThat(idOfKey(keys.get(0))).isNull();
        nothingToDo();
    }

    @Test
    void aContactReleasedInAFolderIsNotDoubled() {
        String there = tenant.moveContact(mailbox, any(), tenant.mailbox(mailbox).addFolder("Friends").id());
        tenant.changeContact(mailbox, there, "{\"categories\":[]}");
        nothingToDo();
    }

    @Test
    void aCopyThatIsEqualGoesAndOneThatWasEditedStays() {
        List<String> ids = List.copyOf(managed().keySet());
        tenant.copyContact(mailbox, ids.get(0));
        String edited = tenant.copyContact(mailbox, ids.get(1));
        tenant.changeContact(mailbox, bench.byOwner(edited), "{\"personalNotes\":\"met in May\"}");
        Result result = bench.json();
        assertThat(result.changes()).containsExactly(0, 1, 1);
        assertThat(result.exit()).isZero();
        assertThat(result.err()).contains("1 contact stood twice and differed");
        assertThat(managed()).hasSize(40).doesNotContainKey(edited);
        assertThat(tenant.contact(mailbox, edited)).isPresent();
        assertThat(bench.journal("outcome")).extracting(line -> line.path("outcome").asText())
                .containsExactly("applied", "applied");
        nothingToDo();
    }

    private String copyMadeTheirs(String id) {
        String copy = tenant.copyContact(mailbox, id);
        tenant.changeContact(mailbox, bench.byOwner(copy), "{\"displayName\":\"My Mother\","
                + "\"givenName\":\"My\",\"surname\":\"Mother\",\"mobilePhone\":\"+1 202 555 0142\"}");
        return copy;
    }

    private void isTheirs(String copy) {
        assertThat(managed()).doesNotContainKey(copy);
        assertThat(new String(tenant.snapshot(mailbox).get(copy), StandardCharsets.UTF_8))
                .contains("\"My Mother\"", "+1 202 555 0142");
    }

    @Test
    void anEditedCopyStaysWhenItsPersonLeavesBeforeARunHasSeenIt() {
        String id = any();
        String copy = copyMadeTheirs(id);
        inCentral(key(managed().get(id)), each -> tenant.deleteContact(central, each));
        Result result = bench.json();
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.changes()).containsExactly(0, 1, 5);
        assertThat(result.err()).contains("1 contact stood twice and differed");
        assertThat(managed()).doesNotContainKey(id);
        isTheirs(copy);
        nothingToDo();
    }

    @Test
    void anEditedCopyStaysWhenTheSourceChangesBeforeARunHasSeenIt() {
        String id = any();
        String copy = copyMadeTheirs(id);
        String equal = tenant.copyContact(mailbox, id);
        inCentral(key(managed().get(id)), each -> tenant.changeContact(central, each, "{\"jobTitle\":\"Chair\"}"));
        Result result = bench.json();
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.changes()).containsExactly(0, 6, 1);
        assertThat(managed().get(id).path("jobTitle").asText()).isEqualTo("Chair");
        assertThat(managed()).doesNotContainKey(equal);
        isTheirs(copy);
        nothingToDo();
    }

    @Test
    void anEditedCopyStaysThoughTheOneThatItWasMadeOfLiesInAFolder() {
        String id = any();
        inCentral(key(managed().get(id)), each -> tenant.deleteContact(central, each));
        String copy = copyMadeTheirs(id);
        String moved = tenant.moveContact(mailbox, id, tenant.mailbox(mailbox).addFolder("Friends").id());
        bench.json();
        assertThat(tenant.contact(mailbox, copy)).isPresent();
        assertThat(managed()).doesNotContainKey(copy);
        bench.json();
        assertThat(managed()).doesNotContainKey(moved);
    }

    @Test
    void anEqualCopyGoesWithoutApprovalThoughItsSourceIsIncomplete() {
        List.copyOf(managed().keySet()).subList(0, 20).forEach(id -> tenant.copyContact(mailbox, id));
        bench.with("source.graph-contacts.mailboxes", central + ",nobody@contoso.example");
        Result result = bench.json();
        assertThat(bench.journal("source").get(0).path("state").asText()).isEqualTo("incomplete");
        assertThat(result.changes()).containsExactly(0, 0, 20);
        bench.with("source.graph-contacts.mailboxes", central);
        nothingToDo();
    }

    @Test
    void aContactThatLostItsKeyIsNobodysAndOneIsCreatedBesideIt() {
        String lost = any();
        tenant.stripExtendedProperties(mailbox, lost);
        Result result = bench.json();
        assertThat(result.changes()).containsExactly(1, 0, 0);
        assertThat(tenant.contact(mailbox, lost)).isPresent();
        bench.letPass(SETTLED);
        nothingToDo();
    }

    @Test
    void anOwnerWhoTakesTheCategoryOffAfterTheListKeepsTheContact() {
        String id = any();
        inCentral(key(managed().get(id)), each -> tenant.changeContact(central, each, "{\"jobTitle\":\"Chair\"}"));
        once(this::isBatchToMailbox, () -> tenant.changeContact(mailbox, bench.byOwner(id),
                "{\"categories\":[],\"mobilePhone\":\"+1 202 555 0199\"}"));
        Result result = bench.json();
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.changes()).containsExactly(0, 4, 0);
        assertThat(managed().get(id).path("mobilePhone").asText()).isEqualTo("+1 202 555 0199");
        assertThat(managed().get(id).path("jobTitle").asText()).isNotEqualTo("Chair");
        assertThat(bench.journal("left")).extracting(line -> line.path("reason").asText())
                .contains("released by its owner since it was listed");
        nothingToDo();
    }

    @Test
    void whereGraphHeedsIfMatchTheUpdateItselfIsRefused() {
        bench.with("sync.update-if-match", "true");
        bench.expect(Rule.FOREIGN_CONTACT); // it was asked, and refused by Graph
        String id = any();
        inCentral(key(managed().get(id)), each -> tenant.changeContact(central, each, "{\"jobTitle\":\"Chair\"}"));
        once(this::isBatchToMailbox, () -> tenant.changeContact(mailbox, bench.byOwner(id), "{\"categories\":[]}"));
        Result result = bench.json();
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.changes()).containsExactly(0, 4, 0);
        assertThat(managed().get(id).path("jobTitle").asText()).isNotEqualTo("Chair");
    }

    @Test
    void anEditSavesAContactThatIsAboutToGoForOneRunAndIsTold() {
        String id = any();
        inCentral(key(managed().get(id)), each -> tenant.deleteContact(central, each));
        once(this::isBatchToMailbox, () -> tenant.changeContact(mailbox, id, "{\"personalNotes\":\"keep her!\"}"));
        Result result = bench.json();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(bench.journal("outcome")).extracting(line -> line.path("reason").asText())
                .contains("its owner changed it after it was listed: unless released, it goes in the next run");
        Result next = bench.json();
        assertThat(next.changes()).containsExactly(0, 0, 1);
    }
}

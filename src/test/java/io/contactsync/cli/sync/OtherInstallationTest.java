package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.sandbox.Finding.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contacts of another installation, or of this one on another machine, are neither doubled nor taken by chance. */
class OtherInstallationTest extends OwnedMailbox {

    @Test
    void aFreshContactThatThisDataFolderDoesNotKnowStopsCreates() {
        List.copyOf(managed().keySet()).subList(0, 3).forEach(id -> tenant.deleteContact(mailbox, id));
        tenant.ageContacts(mailbox, SETTLED.negated());
        bench.loseData();
        Result result = bench.json();
        assertThat(result.changes()).containsExactly(0, 0, 0);
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err())
                .contains("nothing is created until that time is over; stop the other one, or run again then");
        bench.letPass(SETTLED);
        assertThat(bench.json().changes()).containsExactly(3, 0, 0);
    }

    @Test
    void anotherMachineThatStartsAtTheSameMomentIsNoticedAfterTheFirstBatch() {
        ObjectNode theirs = managed().values().iterator().next().deepCopy();
        theirs.remove(List.of("@odata.etag", "@odata.context", "id", "changeKey", "createdDateTime",
                "lastModifiedDateTime", "parentFolderId"));
        managed().keySet().forEach(id -> tenant.deleteContact(mailbox, id));
        once(request -> isBatchToMailbox(request)
                && new String(request.bytes(), StandardCharsets.UTF_8).contains("POST"),
                () -> tenant.createContact(mailbox, theirs.toString()));
        Result result = bench.json();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.changes()).containsExactly(20, 0, 0);
        assertThat(result.err()).contains("another installation");
        for (int run = 0; run < 3; run++) {
            bench.letPass(SETTLED);
            bench.json();
        }
        nothingToDo();
        assertThat(managed()).hasSize(40);
    }

    @Test
    void anotherInstallationsKeyIsNotDoubledAndCanBeAdopted() {
        String id = any();
        String key = key(managed().get(id));
        String old = key.replace("|main|", "|old|");
        tenant.changeContact(mailbox, id, "{\"singleValueExtendedProperties\":[{\"id\":\"" + HiddenProperties.KEY
                + "\",\"value\":\"" + old + "\"}]}");
        Result result = bench.json();
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.changes()).containsExactly(0, 0, 0);
        assertThat(result.err()).contains(
                "1 contacts in 1 mailbox are there as another installation's: not doubled; this one is 'main'; "
                + "to take them over: contact-sync adopt --instance old");
        Result asked = bench.command("adopt", "--instance", "old");
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.sentences()).singleElement().asString().startsWith("contact-sync: adopt makes 1 change in "
                + "1 mailbox and there is nobody to ask: look at it with 'contact-sync plan show ")
                .endsWith("', then add --yes");
        assertThat(bench.command("adopt", "--instance", "old", "--dry-run", "--json").changes()).containsExactly(0, 1,
                0);
        assertThat(key(managed().get(id))).isEqualTo(old);
        bench.byOwner(id);
        bench.expect(Rule.FOREIGN_CONTACT); // its marks were those of the other installation
        assertThat(bench.command("adopt", "--instance", "old", "--yes", "--json").changes()).containsExactly(0, 1, 0);
        assertThat(key(managed().get(id))).isEqualTo(key);
        assertThat(bench.command("undo", "latest", "--yes").err()).contains("changed nothing that an undo takes back");
        nothingToDo();
    }

    private Result turn(String instance) {
        return bench.with("sync.instance", instance)
                .with("sync.data", temp.resolve(instance.equals("main") ? "data" : instance).toString()).json();
    }

    /** Main wrote all of it; branch has a data folder of its own, and both take turns while people come and change. */
    @Test
    void twoInstallationsSideBySideLeaveEachOtherAloneAndSaySoOnce() {
        int all = managed().size();
        for (int turn = 0; turn < 2; turn++) {
            Result branch = turn("branch");
            assertThat(branch.exit()).as(branch.err()).isZero();
            assertThat(branch.changes()).containsExactly(0, 0, 0);
            assertThat(branch.err().contains("there as another installation's")).as("turn " + turn)
                    .isEqualTo(turn == 0);
            bench.letPass(SETTLED);
            Result main = turn("main");
            assertThat(main.exit()).as(main.err()).isZero();
            assertThat(main.changes()).containsExactly(0, 0, 0);
        }
        turn("branch");
        assertThat(bench.words(List.of("status")).out()).contains("adopt --instance main");
        assertThat(managed()).hasSize(all);
        tenant.mailboxes().forEach(each -> tenant.snapshot(each).keySet().forEach(bench::byOwner));
        assertThat(bench.command("adopt", "--instance", "main", "--yes", "--json").changes().get(1)).isPositive();
        bench.letPass(SETTLED);
        Result after = bench.json();
        assertThat(after.exit()).as(after.err()).isZero();
        assertThat(after.changes()).containsExactly(0, 0, 0);
        assertThat(managed()).hasSize(all);
        assertThat(managed().values()).allMatch(contact -> key(contact).startsWith("v1|branch|"));
    }

    @Test
    void adoptRefusesWhatIsNoOtherInstallation() {
        assertThat(bench.command("adopt", "--instance", "main", "--yes").sentences())
                .containsExactly(
                        "contact-sync: --instance must name another installation: 'main' is this one (sync.instance)");
        assertThat(bench.command("adopt", "--instance", "No|Name", "--yes").exit()).isEqualTo(2);
        Result nobody = bench.command("adopt", "--instance", "nobody", "--dry-run");
        assertThat(nobody.exit()).as(nobody.err()).isZero();
        assertThat(nobody.sentences()).singleElement().asString()
                .contains("nothing was taken over: no contact of an installation 'nobody'");
    }
}

package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.sandbox.Finding.Rule;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.Tenant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner of a mailbox, or another machine, does with our contacts, and what a run makes of it. */
class OwnersTest {

    private static final Duration SETTLED = Duration.ofMinutes(16);

    @TempDir
    Path temp;
    private SyncBench bench;
    private Tenant tenant;
    private String mailbox;
    private String central;

    @BeforeEach
    void firstRun() {
        bench = SyncBench.startSmall(temp);
        tenant = bench.sandbox().tenant();
        mailbox = bench.targets(new GraphClient(bench.sandbox().address())).iterator().next();
        central = bench.sandbox().address().centralMailbox();
        Result first = bench.json();
        assertThat(first.exit()).isZero();
        assertThat(changes(first)).containsExactly(200, 0, 0);
        bench.letPass(SETTLED);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static List<Integer> changes(Result result) {
        return Stream.of("created", "updated", "deleted").map(kind -> result.number("/changes/" + kind)).toList();
    }

    /** The managed contacts of the mailbox in all folders, by id. */
    private Map<String, JsonNode> managed() {
        Map<String, JsonNode> managed = new java.util.LinkedHashMap<>();
        tenant.snapshot(mailbox).forEach((id, json) -> {
            JsonNode contact = SyncBench.parse(new String(json, StandardCharsets.UTF_8));
            if (contact.path("singleValueExtendedProperties").toString().contains("ContactSyncKey")) {
                managed.put(id, contact);
            }
        });
        return managed;
    }

    private String any() {
        return managed().keySet().iterator().next();
    }

    private static String key(JsonNode contact) {
        for (JsonNode property : contact.path("singleValueExtendedProperties")) {
            if (property.path("id").asText().equals(HiddenProperties.KEY)) {
                return property.path("value").asText();
            }
        }
        return "";
    }

    private String idOfKey(String key) {
        return managed().entrySet().stream().filter(entry -> key(entry.getValue()).equals(key)).map(Map.Entry::getKey)
                .findFirst().orElse(null);
    }

    private void nothingToDo() {
        Result result = bench.json();
        assertThat(changes(result)).containsExactly(0, 0, 0);
        assertThat(result.exit()).as(result.err()).isZero();
    }

    private void once(Predicate<ServiceRequest> when, Runnable what) {
        AtomicBoolean done = new AtomicBoolean();
        bench.sandbox().faults().when(request -> {
            if (when.test(request) && done.compareAndSet(false, true)) {
                what.run();
            }
            return false;
        }).drop();
    }

    private boolean isBatchToMailbox(ServiceRequest request) {
        return request.isBatch() && new String(request.bytes(), StandardCharsets.UTF_8).contains(mailbox);
    }

    /** The central contact of that key, under its id there. */
    private void inCentral(String key, java.util.function.Consumer<String> change) {
        String name = managed().get(idOfKey(key)).path("displayName").asText();
        change.accept(tenant.snapshot(central).entrySet().stream()
                .filter(entry -> new String(entry.getValue(), StandardCharsets.UTF_8).contains("\"" + name + "\""))
                .map(Map.Entry::getKey).findFirst().orElseThrow());
    }

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
        assertThat(changes(bench.json())).containsExactly(0, 5, 0);
        assertThat(managed().get(idOfKey(keys.get(1))).path("jobTitle").asText()).isEqualTo("Chair");
        inCentral(keys.get(0), id -> tenant.deleteContact(central, id));
        assertThat(changes(bench.json())).containsExactly(0, 0, 5);
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
        tenant.changeContact(mailbox, edited, "{\"personalNotes\":\"met in May\"}");
        Result result = bench.json();
        assertThat(changes(result)).containsExactly(0, 0, 1);
        assertThat(result.exit()).isZero();
        assertThat(result.err()).contains("1 contact stands twice and differ");
        assertThat(managed()).hasSize(41).containsKey(edited);
        assertThat(bench.journal("outcome")).extracting(line -> line.path("outcome").asText())
                .containsExactly("applied");
        assertThat(bench.journal("left")).extracting(line -> line.path("reason").asText())
                .containsExactly("stands twice and differs");
        assertThat(changes(bench.json())).containsExactly(0, 0, 0);
        tenant.deleteContact(mailbox, edited);
        nothingToDo();
    }

    @Test
    void anEqualCopyGoesWithoutApprovalThoughItsSourceIsIncomplete() {
        List.copyOf(managed().keySet()).subList(0, 20).forEach(id -> tenant.copyContact(mailbox, id));
        bench.with("source.graph-contacts.mailboxes", central + ",nobody@contoso.example");
        Result result = bench.json();
        assertThat(bench.journal("source").get(0).path("state").asText()).isEqualTo("incomplete");
        assertThat(changes(result)).containsExactly(0, 0, 20);
        bench.with("source.graph-contacts.mailboxes", central);
        nothingToDo();
    }

    @Test
    void aContactThatLostItsKeyIsNobodysAndOneIsCreatedBesideIt() {
        String lost = any();
        tenant.stripExtendedProperties(mailbox, lost);
        Result result = bench.json();
        assertThat(changes(result)).containsExactly(1, 0, 0);
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
        assertThat(changes(result)).containsExactly(0, 4, 0);
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
        assertThat(changes(result)).containsExactly(0, 4, 0);
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
        assertThat(changes(next)).containsExactly(0, 0, 1);
    }

    @Test
    void aFreshContactThatThisDataFolderDoesNotKnowStopsCreates() {
        List.copyOf(managed().keySet()).subList(0, 3).forEach(id -> tenant.deleteContact(mailbox, id));
        tenant.ageContacts(mailbox, SETTLED.negated());
        bench.loseData();
        Result result = bench.json();
        assertThat(changes(result)).containsExactly(0, 0, 0);
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err())
                .contains("nothing is created until that time is over; stop the other one, or run again then");
        bench.letPass(SETTLED);
        assertThat(changes(bench.json())).containsExactly(3, 0, 0);
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
        assertThat(changes(result)).containsExactly(20, 0, 0);
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
        assertThat(changes(result)).containsExactly(0, 0, 0);
        assertThat(result.err()).contains(
                "1 contacts in 1 mailbox are there as another installation's: not doubled; this one is 'main'; "
                + "to take them over: contact-sync adopt --instance old");
        Result asked = bench.command("adopt", "--instance", "old");
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.sentences()).containsExactly(
                "contact-sync: adopt changes contacts of another installation and there is nobody to ask: try "
                        + "--dry-run, then add --yes");
        assertThat(changes(bench.command("adopt", "--instance", "old", "--dry-run", "--json"))).containsExactly(0, 1,
                0);
        assertThat(key(managed().get(id))).isEqualTo(old);
        bench.byOwner(id);
        bench.expect(Rule.FOREIGN_CONTACT); // its marks were those of the other installation
        assertThat(changes(bench.command("adopt", "--instance", "old", "--yes", "--json"))).containsExactly(0, 1, 0);
        assertThat(key(managed().get(id))).isEqualTo(key);
        nothingToDo();
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

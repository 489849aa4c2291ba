package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SandboxFoldersTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final Iterator<String> MAILBOXES = SANDBOX.tenant().mailboxes().iterator();
    private final String mailbox = MAILBOXES.next();
    private final String folders = "/users/" + mailbox + "/contactFolders";

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aNewFolderLiesInTheDefaultOneAndIsListed() {
        SandboxClient.Answer made = CLIENT.post(folders, "{\"displayName\":\"Club\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("@odata.context").asText())
                .endsWith("/$metadata#users('" + mailbox + "')/contactFolders/$entity");
        assertThat(made.header("Location")).contains(id(made));
        JsonNode defaultFolder = CLIENT.get(folders + "/contacts").json();
        assertThat(made.json().get("parentFolderId").asText()).isEqualTo(defaultFolder.get("id").asText());
        assertThat(names(folders)).containsExactly("Club");
        assertThat(CLIENT.get(folders + "/$count").text()).isEqualTo("1");
        assertThat(CLIENT.get(folders + "/" + id(made)).json().get("displayName").asText()).isEqualTo("Club");
    }

    @Test
    void theDefaultFolderIsReachedByItsWellKnownNameInAnyCase() {
        String id = CLIENT.get(folders + "/contacts").json().get("id").asText();
        assertThat(CLIENT.get(folders + "/Contacts").json().get("id").asText()).isEqualTo(id);
        assertThat(CLIENT.get(folders + "/" + id).json().get("displayName").asText()).isEqualTo("Contacts");
        assertThat(names(folders)).isEmpty();
    }

    @Test
    void anotherFolderOfTheSameNameIsRefusedBesideItButNotBelow() {
        String club = folder("Club");
        assertThat(CLIENT.post(folders, "{\"displayName\":\"CLUB\"}").status()).isEqualTo(409);
        assertThat(CLIENT.post(folders, "{\"displayName\":\"club\"}").code()).isEqualTo("ErrorFolderExists");
        assertThat(CLIENT.post(folders + "/" + club + "/childFolders", "{\"displayName\":\"Club\"}").status())
                .isEqualTo(201);
        assertThat(CLIENT.post(folders, "{}").code()).isEqualTo("ErrorInvalidProperty");
        assertThat(CLIENT.post(folders, "{\"displayName\":\"x\",\"colour\":\"red\"}").status()).isEqualTo(400);
    }

    @Test
    void aFolderIsRenamedUnlessTheNameIsTaken() {
        String club = folder("Club");
        folder("Team");
        assertThat(
                CLIENT.patch(folders + "/" + club, "{\"displayName\":\"Circle\"}").json().get("displayName").asText())
                .isEqualTo("Circle");
        assertThat(CLIENT.patch(folders + "/" + club, "{\"displayName\":\"circle\"}").status()).isEqualTo(200);
        assertThat(CLIENT.patch(folders + "/" + club, "{\"displayName\":\"team\"}").code())
                .isEqualTo("ErrorFolderExists");
        assertThat(names(folders)).containsExactly("circle", "Team");
    }

    @Test
    void childFoldersHoldContactsOfTheirOwn() {
        String club = folder("Club");
        String inner = id(CLIENT.post(folders + "/" + club + "/childFolders", "{\"displayName\":\"Board\"}"));
        String target = folders + "/" + club + "/childFolders/" + inner + "/contacts";
        SandboxClient.Answer made = CLIENT.post(target, "{\"givenName\":\"Inner\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("parentFolderId").asText()).isEqualTo(inner);
        assertThat(CLIENT.get(target + "/$count").text()).isEqualTo("1");
        assertThat(CLIENT.get(folders + "/" + inner + "/contacts").json().get("value")).hasSize(1);
        assertThat(CLIENT.get(folders + "/" + club + "/contacts").json().get("value")).isEmpty();
        assertThat(CLIENT.get("/users/" + mailbox + "/contacts/" + id(made)).json().get("givenName").asText())
                .isEqualTo("Inner");
        assertThat(names(folders + "/" + club + "/childFolders")).containsExactly("Board");
        assertThat(names(folders)).containsExactly("Club");
    }

    @Test
    void aDeletedFolderTakesAllInItAlong() {
        String club = folder("Club");
        String inner = id(CLIENT.post(folders + "/" + club + "/childFolders", "{\"displayName\":\"Board\"}"));
        String contact = id(CLIENT.post(folders + "/" + inner + "/contacts", "{\"givenName\":\"Inner\"}"));
        assertThat(CLIENT.delete(folders + "/" + club, "If-Match", "W/\"x\"").code())
                .isEqualTo("ErrorIrresolvableConflict");
        assertThat(CLIENT.delete(folders + "/" + club, "If-Match", "*").status()).isEqualTo(204);
        assertThat(CLIENT.get(folders + "/" + inner).code()).isEqualTo("ErrorItemNotFound");
        assertThat(CLIENT.get("/users/" + mailbox + "/contacts/" + contact).status()).isEqualTo(404);
        assertThat(SANDBOX.tenant().deletedContacts(mailbox)).hasSize(1);
        assertThat(id(CLIENT.post(folders, "{\"displayName\":\"Club\"}"))).isNotEqualTo(club);
    }

    @Test
    void aPurgedFolderLeavesNothing() {
        String club = folder("Club");
        CLIENT.post(folders + "/" + club + "/contacts", "{\"givenName\":\"A\"}");
        assertThat(CLIENT.post(folders + "/" + club + "/permanentDelete", "{}").status()).isEqualTo(204);
        assertThat(SANDBOX.tenant().deletedContacts(mailbox)).isEmpty();
        assertThat(names(folders)).isEmpty();
    }

    @Test
    void theDefaultFolderCannotBeDeleted() {
        assertThat(CLIENT.delete(folders + "/contacts").code()).isEqualTo("ErrorDeleteDistinguishedFolder");
    }

    @Test
    void idsOfNoFolderAreMalformed() {
        String other = CLIENT.get("/users/" + MAILBOXES.next() + "/contactFolders/contacts").json().get("id").asText();
        assertThat(CLIENT.get(folders + "/" + other).code()).isEqualTo("ErrorInvalidIdMalformed");
        assertThat(CLIENT.get(folders + "/x").status()).isEqualTo(400);
    }

    @Test
    void foldersArePagedFilteredAndSelected() {
        for (int i = 0; i < 12; i++) {
            folder("F" + i);
        }
        assertThat(names(folders)).hasSize(10);
        assertThat(CLIENT.get(folders).json().get("@odata.nextLink").asText()).endsWith("/contactFolders?$skip=10");
        assertThat(names(folders + "?$top=100&$filter=displayName%20eq%20'f3'")).containsExactly("F3");
        assertThat(CLIENT.get(folders + "?$select=displayName&$top=1").json().at("/value/0").has("parentFolderId"))
                .isFalse();
        assertThat(CLIENT.get(folders + "?$select=colour").status()).isEqualTo(400);
    }

    @Test
    void deltaOfFoldersShowsNewRenamedAndRemovedOnes() {
        String club = folder("Club");
        String team = folder("Team");
        JsonNode first = CLIENT.get(folders + "/delta").json();
        assertThat(first.findValuesAsText("displayName")).containsExactly("Club", "Team");
        assertThat(CLIENT.get(first.get("@odata.deltaLink").asText()).json().get("value")).isEmpty();
        CLIENT.patch(folders + "/" + team, "{\"displayName\":\"Crew\"}");
        CLIENT.delete(folders + "/" + club);
        JsonNode second = CLIENT.get(first.get("@odata.deltaLink").asText()).json();
        assertThat(second.findValuesAsText("displayName")).containsExactly("Crew");
        assertThat(second.at("/value/0/id").asText()).isEqualTo(club);
        assertThat(second.at("/value/0/@removed/reason").asText()).isEqualTo("deleted");
    }

    private String folder(String name) {
        return id(CLIENT.post(folders, "{\"displayName\":\"" + name + "\"}"));
    }

    private static String id(SandboxClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private static List<String> names(String target) {
        return CLIENT.get(target).json().get("value").findValuesAsText("displayName");
    }
}

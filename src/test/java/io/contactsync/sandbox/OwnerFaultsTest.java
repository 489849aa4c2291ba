package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans under which the owners of mailboxes meanwhile do something; any request to the mailbox lets them. */
class OwnerFaultsTest {
    private static final String KEY = "66f5a359-4659-4830-9070-00047ec6ac6e";
    private FaultBench bench;
    private String id;

    @AfterEach
    void close() {
        bench.close();
    }

    /** Ann is the only managed contact; the owner acts once. */
    private void afterOneRequest(String rule) {
        bench = FaultBench.with(rule + ", times: 1");
        id = bench.managed("Ann");
        assertThat(bench.client.get(bench.contacts + "?$top=1").status()).isEqualTo(200);
        assertThat(bench.client.get(bench.contacts + "?$top=1").status()).isEqualTo(200);
    }

    private Set<String> anns() {
        return bench.sandbox.tenant().snapshot(bench.mailbox).entrySet().stream()
                .filter(each -> new String(each.getValue()).contains("\"Ann\""))
            .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    @Test
    void aManagedContactIsEdited() {
        afterOneRequest(
                "fault: owner-edits, change: '{\"mobilePhone\":\"+1 202 555 0199\",\"personalNotes\":\"met in May\"}'");
        assertThat(bench.truth(id)).contains("+1 202 555 0199", "met in May", KEY, "\"Ann\"");
    }

    @Test
    void aManagedContactIsCopiedWithItsKey() {
        afterOneRequest("fault: owner-copies");
        assertThat(anns()).hasSize(2).contains(id).allSatisfy(each -> assertThat(bench.truth(each)).contains(KEY));
    }

    @Test
    void aManagedContactIsMoved() {
        afterOneRequest("fault: owner-moves, folder: Friends");
        assertThat(bench.client.get(bench.contacts + "?$filter=givenName%20eq%20'Ann'").json().get("value")).isEmpty();
        String folder = bench.client.get("/users/" + bench.mailbox + "/contactFolders?$top=100").text();
        assertThat(folder).contains("\"Friends\"");
        assertThat(anns()).singleElement().satisfies(each -> assertThat(bench.truth(each)).contains(KEY));
    }

    @Test
    void theCategoryGoesAndTheKeyStays() {
        afterOneRequest("fault: owner-untags");
        assertThat(bench.truth(id)).contains(KEY, "\"categories\":[]");
    }

    @Test
    void theKeyGoesAndTheCategoryStays() {
        afterOneRequest("fault: owner-strips-key");
        assertThat(bench.truth(id)).doesNotContain(KEY).contains("\"categories\":[\"Colleagues\"]");
    }

    @Test
    void aManagedContactIsDeleted() {
        afterOneRequest("fault: owner-deletes");
        assertThat(anns()).isEmpty();
    }

    @Test
    void aPersonalContactGetsACategory() {
        bench = FaultBench.with("fault: owner-tags-personal, category: Colleagues, times: 1");
        String managed = bench.managed("Ann");
        String personal = bench.sandbox.tenant().createContact(bench.mailbox, "{\"givenName\":\"Mother\"}");
        bench.sandbox.tenant().snapshot(bench.mailbox).keySet().stream()
                .filter(each -> !Set.of(managed, personal).contains(each))
            .forEach(each -> bench.sandbox.tenant().deleteContact(bench.mailbox, each));
        bench.client.get(bench.contacts + "?$top=1");
        assertThat(bench.truth(personal)).contains("\"categories\":[\"Colleagues\"]").doesNotContain(KEY);
    }

    @Test
    void itHappensBetweenReadAndWrite() {
        bench = FaultBench.with("fault: owner-edits, method: PATCH");
        id = bench.managed("Ann");
        String etag = bench.client.get(bench.contacts + "/" + id).json().get("@odata.etag").asText();
        assertThat(bench.client.patch(bench.contacts + "/" + id, "{\"surname\":\"B\"}", "If-Match", etag).status())
                .isEqualTo(412);
    }
}

package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.contactsync.sandbox.Finding.Rule;
import io.contactsync.sandbox.service.Latency;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the sandbox finds that a client must not do, and what it lets pass. */
class SandboxFindingsTest {
    private static final String KEY = "String {6b1f0c62-3a54-4c5e-9f0e-2f7f6a1d8c34} Name Key";
    private static final String OURS =
            "{\"displayName\":\"Ann Other\",\"categories\":[\"Ours\"],\"singleValueExtendedProperties\":[{\"id\":\""
                    + KEY + "\",\"value\":\"v1|a\"}]}";
    private static final Duration LATENCY = Duration.ofMinutes(1);
    private Sandbox sandbox;
    private SandboxClient client;
    private String contacts;

    private void start(Duration latency) {
        sandbox = Sandbox.start(SandboxOptions.defaults().withLatency(Latency.fixed(latency)).withLog(100, null)
                .withMarks(new Marks("Ours", KEY, "v1|")));
        client = new SandboxClient(sandbox.address()).signIn();
        contacts = contacts(0);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String contacts(int mailbox) {
        return "/users/" + List.copyOf(sandbox.tenant().mailboxes()).get(mailbox) + "/contacts";
    }

    private String owners(String json) {
        return contacts + "/" + sandbox.tenant().createContact(contacts.split("/")[2], json);
    }

    private void found(Rule... rules) {
        assertThat(sandbox.findings()).extracting(Finding::rule).containsExactly(rules);
    }

    @Test
    void whoWritesToTheirOwnContactsIsBlameless() {
        start(Duration.ZERO);
        String made = contacts + "/" + client.post(contacts, OURS).json().path("id").asText();
        client.patch(made, "{\"title\":\"Dr\"}");
        client.delete(made);
        client.get(owners("{\"displayName\":\"Bob\"}"));
        found();
        assertThatCode(() -> Finding.requireNone(sandbox.findings())).doesNotThrowAnyException();
    }

    @Test
    void changingOrDeletingSomebodysContactIsFoundEvenIfItIsRefused() {
        start(Duration.ZERO);
        String contact = owners("{\"displayName\":\"Bob\",\"categories\":[\"Ours\"]}");
        client.patch(contact, "{\"title\":\"Dr\"}");
        sandbox.faults().when(request -> request.method().equals("DELETE")).refuse(503);
        client.delete(contact);
        found(Rule.FOREIGN_CONTACT, Rule.FOREIGN_CONTACT);
        assertThatThrownBy(() -> Finding.requireNone(sandbox.findings())).isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 findings")
            .hasMessageContaining("PATCH " + contact + ", writes to a contact without both marks");
    }

    @Test
    void somebodysContactIsFoundThroughItsFolderAndInABatchToo() {
        start(Duration.ZERO);
        String contact = owners(OURS.replace("Ours", "Private"));
        String byFolder = contact.replace("/contacts/", "/contactFolders/contacts/contacts/");
        client.batch("{\"requests\":[{\"id\":\"1\",\"method\":\"DELETE\",\"url\":\"" + byFolder + "\"}]}");
        found(Rule.FOREIGN_CONTACT);
    }

    @Test
    void aContactMadeWithoutMarksIsFound() {
        start(Duration.ZERO);
        client.post(contacts, OURS.replace("v1|", "v2|"));
        found(Rule.FOREIGN_CONTACT);
    }

    @Test
    void aContactMadeWithoutMarksIsFoundWhateverTheAnswerShallHold() {
        start(Duration.ZERO);
        assertThat(client.post(contacts + "?$select=id", OURS.replace("v1|", "v2|")).status()).isEqualTo(201);
        found(Rule.FOREIGN_CONTACT);
    }

    @Test
    void theSameKeyTwiceInAMailboxIsFoundAndInTwoMailboxesIsNot() {
        start(Duration.ZERO);
        client.post(contacts, OURS);
        client.post(contacts(1), OURS);
        found();
        client.post(contacts, OURS);
        found(Rule.KEY_TWICE);
    }

    @Test
    void twoBatchesAtATimeForOneMailboxAreFoundAndForTwoAreNot() {
        start(LATENCY);
        CompletableFuture<SandboxClient.Answer> first = laterBatch(contacts, 1);
        answered(2, first, laterBatch(contacts(1), 1));
        found();
        answered(4, laterBatch(contacts, 1), laterBatch(contacts, 1));
        found(Rule.ONE_BATCH);
    }

    @Test
    void aFifthRequestAtATimeIsFound() {
        start(LATENCY);
        answered(4, gets(4));
        found();
        answered(9, gets(5));
        found(Rule.CONCURRENCY);
    }

    @Test
    void aRequestBeforeRetryAfterIsOverIsFoundForItsMailboxOnly() {
        start(Duration.ZERO);
        sandbox.faults().when(request -> contacts.split("/")[2].equals(request.mailbox())).refuse(429, 3600);
        client.get(contacts);
        sandbox.letPass(LATENCY);
        client.get(contacts(1));
        client.get("/users");
        found();
        client.get(contacts);
        found(Rule.RETRY_AFTER);
    }

    @Test
    void aRequestRefusedInABatchClosesNothingButWhatItIsAbout() {
        start(Duration.ZERO);
        sandbox.faults().whenInBatch("GET").times(1).refuse(429, 3600);
        laterBatch(contacts, 1).join();
        sandbox.letPass(LATENCY);
        client.get(contacts(1));
        client.get(owners("{\"displayName\":\"Bob\"}"));
        found();
        client.get(contacts + "?$top=1");
        found(Rule.RETRY_AFTER);
    }

    @Test
    void aBatchRefusedAsAWholeClosesTheMailboxesInIt() {
        start(Duration.ZERO);
        sandbox.faults().whenBatch().refuse(503, 3600);
        laterBatch(contacts, 1).join();
        sandbox.letPass(LATENCY);
        client.get(contacts(1));
        client.get(contacts(1));
        found();
        client.get(contacts);
        found(Rule.RETRY_AFTER);
    }

    @Test
    void whatWasUnderWayWhenTheAnswerCameIsExcused() {
        start(LATENCY);
        sandbox.faults().when(request -> request.inBatch()).refuse(429, 3600);
        CompletableFuture<SandboxClient.Answer> batch = laterBatch(contacts, 6);
        await().until(() -> sandbox.requests() == 5);
        sandbox.letPass(LATENCY);
        answered(6, batch);
        assertThat(sandbox.requestLog().orElseThrow().last()).extracting(LoggedRequest::status).containsOnlyOnce(429);
        found();
    }

    /** Lets all be answered once that many requests have arrived since the start. */
    private void answered(int requests, CompletableFuture<?>... exchanges) {
        await().until(() -> sandbox.requests() == requests);
        sandbox.letPass(LATENCY);
        CompletableFuture.allOf(exchanges).join();
    }

    private CompletableFuture<?>[] gets(int count) {
        return IntStream.range(0, count).mapToObj(i -> client.sendLater("GET", contacts, null))
                .toArray(CompletableFuture<?>[]::new);
    }

    private CompletableFuture<SandboxClient.Answer> laterBatch(String path, int requests) {
        return client.sendLater("POST", "/$batch", SandboxBatchTest.batch(requests,
                i -> "{\"id\":\"" + i + "\",\"method\":\"GET\",\"url\":\"" + path + "\"}"));
    }
}

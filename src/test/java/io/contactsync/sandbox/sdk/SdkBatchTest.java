package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.content.BatchRequestContentCollection;
import com.microsoft.graph.core.content.BatchResponseContent;
import com.microsoft.graph.core.content.BatchResponseContentCollection;
import com.microsoft.graph.core.models.BatchRequestStep;
import com.microsoft.graph.models.Contact;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.contacts.ContactsRequestBuilder;
import com.microsoft.kiota.RequestInformation;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Batches by Microsoft's client, and what is known of its weaknesses there, so that nobody looks for them in the
 * sandbox.
 */
class SdkBatchTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final String MAILBOX = SANDBOX.tenant().mailboxes().iterator().next();
    private static final ContactsRequestBuilder CONTACTS = CLIENT.users().byUserId(MAILBOX).contacts();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void twentyFiveCreatesGoInTwoBatchesAndComeBackTyped() throws IOException {
        BatchRequestContentCollection steps = new BatchRequestContentCollection(CLIENT);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add(steps.addBatchRequestStep(CONTACTS.toPostRequestInformation(named("Batch" + i))));
        }
        long before = SANDBOX.requests();
        BatchResponseContentCollection answers = CLIENT.getBatchRequestBuilder().post(steps, null);
        assertThat(SANDBOX.requests() - before).isEqualTo(25);
        assertThat(answers.getResponsesStatusCodes().values()).hasSize(25).containsOnly(201);
        for (int i = 0; i < 25; i++) {
            assertThat(answers.getResponseById(ids.get(i), Contact::createFromDiscriminatorValue).getGivenName())
                    .isEqualTo("Batch" + i);
        }
    }

    @Test
    void aThrottledStepIsLeftToTheCallerWhoSendsItAgain() throws IOException {
        BatchRequestContentCollection steps = new BatchRequestContentCollection(CLIENT);
        for (int i = 0; i < 5; i++) {
            steps.addBatchRequestStep(CONTACTS.toPostRequestInformation(named("Again" + i)));
        }
        SANDBOX.faults().whenInBatch("POST").after(2).times(1).refuse(429, 1);
        BatchResponseContentCollection answers = CLIENT.getBatchRequestBuilder().post(steps, null);
        Map<String, Integer> statuses = answers.getResponsesStatusCodes();
        assertThat(statuses.values()).hasSize(5).containsOnlyOnce(429);
        String throttled =
                statuses.entrySet().stream().filter(each -> each.getValue() == 429).findFirst().orElseThrow().getKey();
        assertThat(answers.getResponseById(throttled).header("Retry-After")).isEqualTo("1");
        assertThat(CLIENT.getBatchRequestBuilder().post(steps.newBatchWithFailedRequests(statuses), null)
                .getResponsesStatusCodes().values()).containsExactly(201);
    }

    @Test
    void stepsThatDependOnOneAnotherRunInTurnAndFailTogether() throws IOException {
        BatchRequestContent steps = new BatchRequestContent(CLIENT);
        String first = steps.addBatchRequestStep(CONTACTS.byContactId("malformed").toGetRequestInformation());
        BatchRequestStep second =
                new BatchRequestStep("second", request(CONTACTS.toGetRequestInformation()), List.of(first));
        steps.addBatchRequestStep(second);
        assertThat(CLIENT.getBatchRequestBuilder().post(steps, null).getResponsesStatusCode()).containsEntry(first, 400)
                .containsEntry("second", 424);
    }

    @Test
    void headersOfAStepAreHeeded() throws IOException {
        String id = SANDBOX.tenant().createContact(MAILBOX, "{\"givenName\":\"Immutable\"}");
        BatchRequestContent steps = new BatchRequestContent(CLIENT);
        String step = steps.addBatchRequestStep(CONTACTS.byContactId(id)
                .toGetRequestInformation(c -> c.headers.add("Prefer", "IdType=\"ImmutableId\"")));
        BatchResponseContent answer = CLIENT.getBatchRequestBuilder().post(steps, null);
        assertThat(answer.getResponseById(step, Contact::createFromDiscriminatorValue).getId()).isNotEqualTo(id);
    }

    @Test
    void aListOfTwentyStepsIsRefusedByTheClientItself() {
        List<BatchRequestStep> twenty = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            twenty.add(new BatchRequestStep("s" + i, request(CONTACTS.toGetRequestInformation())));
        }
        assertThatThrownBy(() -> new BatchRequestContent(CLIENT, twenty)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPhotoIsSpoiledByTheClientItself() throws IOException {
        RequestInformation photo = CONTACTS.byContactId("any").photo().content()
            .toPutRequestInformation(new ByteArrayInputStream(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}));
        BatchRequestContent steps = new BatchRequestContent(CLIENT);
        steps.addBatchRequestStep(photo);
        assertThat(new String(steps.getBatchRequestContent().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"body\":\"\ufffd\ufffd\ufffd\"");
    }

    private static Request request(RequestInformation information) {
        return CLIENT.getRequestAdapter().convertToNativeRequest(information);
    }

    private static Contact named(String name) {
        Contact contact = new Contact();
        contact.setGivenName(name);
        return contact;
    }
}

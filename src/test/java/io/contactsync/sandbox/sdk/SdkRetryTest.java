package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.contacts.ContactsRequestBuilder;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What Microsoft's client does by itself when it is refused. */
class SdkRetryTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final String MAILBOX = SANDBOX.tenant().mailboxes().iterator().next();
    private static final ContactsRequestBuilder CONTACTS = CLIENT.users().byUserId(MAILBOX).contacts();
    private static final RetryHandlerOption AT_ONCE =
            new RetryHandlerOption(RetryHandlerOption.DEFAULT_SHOULD_RETRY, 1, 0);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aThrottledRequestIsSentAgainAfterTheTimeAsked() {
        long before = SANDBOX.requests();
        SANDBOX.faults().when(request -> request.method().equals("GET")).refuse(429, 1);
        assertThat(CONTACTS.get().getValue()).isNotNull();
        assertThat(SANDBOX.requests() - before).isEqualTo(2);
    }

    @Test
    void aServiceThatIsUnavailableWithoutABodyIsAskedAgain() {
        SANDBOX.faults().when(request -> request.method().equals("GET")).refuseWith(503, null);
        assertThat(CONTACTS.get(c -> c.options.add(AT_ONCE)).getValue()).isNotNull();
    }

    @Test
    void aCreateAnsweredWith504IsSentAgainAndMakesADuplicate() {
        int before = SANDBOX.tenant().snapshot(MAILBOX).size();
        SANDBOX.faults().when(request -> request.method().equals("POST")).applyThenRefuse(504);
        Contact contact = new Contact();
        contact.setGivenName("Twice");
        CONTACTS.post(contact, c -> c.options.add(AT_ONCE));
        assertThat(SANDBOX.tenant().snapshot(MAILBOX)).hasSize(before + 2);
    }

    @Test
    void anInternalErrorIsNotRepeated() {
        SANDBOX.faults().when(request -> request.method().equals("GET")).refuse(500);
        assertThatThrownBy(() -> CONTACTS.get()).isInstanceOfSatisfying(ODataError.class, e -> {
            assertThat(e.getResponseStatusCode()).isEqualTo(500);
            assertThat(e.getError().getCode()).isEqualTo("ErrorInternalServerTransientError");
        });
    }
}

package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.contactfolders.item.contacts.delta.DeltaGetResponse;
import com.microsoft.graph.users.item.contactfolders.item.contacts.delta.DeltaRequestBuilder;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rounds of changes of one contact folder. */
class SdkContactDeltaTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final String MAILBOX = SANDBOX.tenant().mailboxes().iterator().next();
    private static final DeltaRequestBuilder DELTA =
            CLIENT.users().byUserId(MAILBOX).contactFolders().byContactFolderId("contacts").contacts().delta();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void theFirstRoundHasEverythingInPagesAndTheNextWhatChanged() {
        String changed = create("Changed");
        String deleted = create("Deleted");
        DeltaGetResponse first = DELTA.get(c -> {
            c.queryParameters.select = new String[] {"displayName", "givenName"};
            c.headers.add("Prefer", "odata.maxpagesize=1");
        });
        SdkPages.Round<Contact> all = all(first);
        assertThat(first.getValue()).hasSize(1);
        assertThat(all.items()).extracting(Contact::getId).contains(changed, deleted)
                .hasSize(SANDBOX.tenant().snapshot(MAILBOX).size());
        SANDBOX.tenant().changeContact(MAILBOX, changed, "{\"givenName\":\"After\"}");
        SANDBOX.tenant().deleteContact(MAILBOX, deleted);
        String created = create("Created");
        SdkPages.Round<Contact> next = all(DELTA.withUrl(all.deltaLink()).get());
        assertThat(next.items()).extracting(Contact::getId).containsExactlyInAnyOrder(changed, deleted, created);
        assertThat(next.items()).filteredOn(each -> each.getId().equals(deleted)).singleElement()
            .satisfies(each -> assertThat(each.getAdditionalData()).containsKey("@removed"));
        assertThat(next.items()).filteredOn(each -> each.getId().equals(changed)).singleElement()
            .satisfies(each -> assertThat(each.getGivenName()).isEqualTo("After"));
        assertThat(all(DELTA.withUrl(next.deltaLink()).get()).items()).isEmpty();
    }

    @Test
    void anExpiredTokenIsAnODataError() {
        String link = all(DELTA.get()).deltaLink();
        SANDBOX.faults().when(request -> request.target().contains("deltatoken")).refuse(410, "SyncStateNotFound",
                "The sync state generation is not found.");
        assertThatThrownBy(() -> DELTA.withUrl(link).get()).isInstanceOfSatisfying(ODataError.class, e -> {
            assertThat(e.getResponseStatusCode()).isEqualTo(410);
            assertThat(e.getError().getCode()).isEqualTo("SyncStateNotFound");
        });
    }

    private static SdkPages.Round<Contact> all(DeltaGetResponse first) {
        return SdkPages.all(CLIENT, first, DeltaGetResponse::createFromDiscriminatorValue);
    }

    private static String create(String name) {
        return SANDBOX.tenant().createContact(MAILBOX, "{\"givenName\":\"" + name + "\"}");
    }
}

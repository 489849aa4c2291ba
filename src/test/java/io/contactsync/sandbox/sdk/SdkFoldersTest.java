package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.ContactFolder;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import com.microsoft.graph.users.item.contactfolders.ContactFoldersRequestBuilder;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SdkFoldersTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final UserItemRequestBuilder USER =
            CLIENT.users().byUserId(SANDBOX.tenant().mailboxes().iterator().next());
    private static final ContactFoldersRequestBuilder FOLDERS = USER.contactFolders();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void theDefaultFolderIsReachedByItsNameAndNotListed() {
        ContactFolder standard = FOLDERS.byContactFolderId("contacts").get();
        assertThat(FOLDERS.get().getValue()).extracting(ContactFolder::getId).doesNotContain(standard.getId());
        assertThat(FOLDERS.post(named("Below the default")).getParentFolderId()).isEqualTo(standard.getId());
    }

    @Test
    void aFolderIsMadeRenamedAndRemoved() {
        ContactFolder made = FOLDERS.post(named("Suppliers"));
        assertThat(made.getDisplayName()).isEqualTo("Suppliers");
        assertThat(FOLDERS.byContactFolderId(made.getId()).patch(named("Vendors")).getDisplayName())
                .isEqualTo("Vendors");
        assertThat(FOLDERS.get(c -> c.queryParameters.top = 100).getValue()).extracting(ContactFolder::getDisplayName)
                .contains("Vendors").doesNotContain("Suppliers");
        FOLDERS.byContactFolderId(made.getId()).delete();
        assertThatThrownBy(() -> FOLDERS.byContactFolderId(made.getId()).get())
                .isInstanceOfSatisfying(ODataError.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo("ErrorItemNotFound"));
    }

    @Test
    void foldersHoldFolders() {
        ContactFolder parent = FOLDERS.post(named("Parent"));
        ContactFolder child = FOLDERS.byContactFolderId(parent.getId()).childFolders().post(named("Child"));
        assertThat(child.getParentFolderId()).isEqualTo(parent.getId());
        assertThat(FOLDERS.byContactFolderId(parent.getId()).childFolders().get().getValue())
                .extracting(ContactFolder::getId).containsExactly(child.getId());
        assertThat(FOLDERS.get(c -> c.queryParameters.top = 100).getValue()).extracting(ContactFolder::getId)
                .contains(parent.getId()).doesNotContain(child.getId());
    }

    @Test
    void aContactOfAFolderIsListedThereAndReachedFromAnywhere() {
        String folder = FOLDERS.post(named("Private")).getId();
        Contact contact = new Contact();
        contact.setGivenName("Inside");
        String id = FOLDERS.byContactFolderId(folder).contacts().post(contact).getId();
        assertThat(FOLDERS.byContactFolderId(folder).contacts().get().getValue()).extracting(Contact::getId)
                .containsExactly(id);
        assertThat(FOLDERS.byContactFolderId(folder).contacts().byContactId(id).get().getParentFolderId())
                .isEqualTo(folder);
        assertThat(USER.contacts().byContactId(id).get().getGivenName()).isEqualTo("Inside");
        assertThat(USER.contacts().get(c -> c.queryParameters.top = 1000).getValue()).extracting(Contact::getId)
                .doesNotContain(id);
    }

    @Test
    void aSecondFolderOfTheSameNameIsAnODataError() {
        FOLDERS.post(named("Once"));
        assertThatThrownBy(() -> FOLDERS.post(named("Once")))
                .isInstanceOfSatisfying(ODataError.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo("ErrorFolderExists"));
    }

    private static ContactFolder named(String name) {
        ContactFolder folder = new ContactFolder();
        folder.setDisplayName(name);
        return folder;
    }
}

package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.ContactCollectionResponse;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.PhysicalAddress;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.contacts.ContactsRequestBuilder;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SdkContactsTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final Iterator<String> MAILBOXES = SANDBOX.tenant().mailboxes().iterator();
    private static final ContactsRequestBuilder CONTACTS = CLIENT.users().byUserId(MAILBOXES.next()).contacts();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aContactComesBackAsItWasCreated() {
        Contact made = CONTACTS.post(pavel());
        assertThat(made.getId()).isNotBlank();
        assertThat(made.getChangeKey()).isNotBlank();
        Contact read = CONTACTS.byContactId(made.getId()).get();
        for (Contact each : List.of(made, read)) {
            assertThat(each.getGivenName()).isEqualTo("Pavel");
            assertThat(each.getEmailAddresses()).singleElement()
                    .satisfies(mail -> assertThat(mail.getAddress()).isEqualTo("pavelb@contoso.example"));
            assertThat(each.getBusinessPhones()).containsExactly("+1 732 555 0102");
            assertThat(each.getBusinessAddress().getCity()).isEqualTo("Bratislava");
            assertThat(each.getBirthday().toLocalDate()).isEqualTo(LocalDate.of(1974, 7, 22));
            assertThat(each.getCategories()).containsExactly("Customers");
            assertThat(each.getCreatedDateTime()).isNotNull();
            assertThat(each.getParentFolderId()).isNotBlank();
        }
    }

    @Test
    void anUpdateChangesWhatItNamesAndTheChangeKey() {
        Contact made = CONTACTS.post(pavel());
        Contact change = new Contact();
        change.setJobTitle("Buyer");
        change.setDisplayName("Pavel Bansky");
        change.setBusinessPhones(List.of());
        change.setMobilePhone(null);
        Contact changed = CONTACTS.byContactId(made.getId()).patch(change);
        assertThat(changed.getJobTitle()).isEqualTo("Buyer");
        assertThat(changed.getBusinessPhones()).isEmpty();
        assertThat(changed.getMobilePhone()).isNull();
        assertThat(changed.getSurname()).isEqualTo("Bansky");
        assertThat(changed.getChangeKey()).isNotEqualTo(made.getChangeKey());
    }

    @Test
    void aDeletedContactIsNotFound() {
        String id = CONTACTS.post(pavel()).getId();
        CONTACTS.byContactId(id).delete();
        assertThatThrownBy(() -> CONTACTS.byContactId(id).get()).isInstanceOfSatisfying(ODataError.class, e -> {
            assertThat(e.getResponseStatusCode()).isEqualTo(404);
            assertThat(e.getError().getCode()).isEqualTo("ErrorItemNotFound");
        });
    }

    @Test
    void aContactCanBeDeletedForGood() {
        String id = CONTACTS.post(pavel()).getId();
        CONTACTS.byContactId(id).permanentDelete().post();
        assertThatThrownBy(() -> CONTACTS.byContactId(id).get())
                .isInstanceOfSatisfying(ODataError.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo("ErrorItemNotFound"));
    }

    @Test
    void aStaleEtagIsRefusedOnDelete() {
        Contact made = CONTACTS.post(pavel());
        Contact change = new Contact();
        change.setTitle("Dr");
        CONTACTS.byContactId(made.getId()).patch(change);
        assertThatThrownBy(() -> CONTACTS.byContactId(made.getId()).delete(c -> c.headers.add("If-Match", etag(made))))
                .isInstanceOfSatisfying(ODataError.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo("ErrorIrresolvableConflict"));
    }

    @Test
    void thePageIteratorSeesEveryContactOfTheFolderOnce() {
        ContactsRequestBuilder contacts = CLIENT.users().byUserId(SANDBOX.address().centralMailbox()).contacts();
        ContactCollectionResponse first = contacts.get();
        List<Contact> all = SdkPages.<Contact, ContactCollectionResponse>all(CLIENT, first,
                ContactCollectionResponse::createFromDiscriminatorValue).items();
        assertThat(first.getValue()).hasSize(10);
        assertThat(all).hasSize(40).extracting(Contact::getId).doesNotHaveDuplicates();
        assertThat(contacts.count().get()).isEqualTo(40);
    }

    @Test
    void selectTopFilterAndOrderAreHeeded() {
        ContactsRequestBuilder contacts = CLIENT.users().byUserId(SANDBOX.address().centralMailbox()).contacts();
        ContactCollectionResponse page = contacts.get(c -> {
            c.queryParameters.select = new String[] {"displayName", "emailAddresses"};
            c.queryParameters.orderby = new String[] {"displayName"};
            c.queryParameters.top = 20;
        });
        assertThat(page.getValue()).hasSize(20)
                .isSortedAccordingTo((a, b) -> a.getDisplayName().compareToIgnoreCase(b.getDisplayName()))
            .allSatisfy(each -> assertThat(each.getGivenName()).isNull());
        String address = page.getValue().stream().filter(each -> !each.getEmailAddresses().isEmpty()).findFirst()
                .orElseThrow().getEmailAddresses().get(0).getAddress();
        assertThat(contacts.get(c -> c.queryParameters.filter = "emailAddresses/any(a:a/address eq '" + address + "')")
                .getValue()).isNotEmpty();
    }

    @Test
    void immutableIdsAreGivenOnRequest() {
        String id = CONTACTS.post(pavel()).getId();
        String immutable = CONTACTS.byContactId(id).get(c -> c.headers.add("Prefer", "IdType=\"ImmutableId\"")).getId();
        assertThat(immutable).isNotEqualTo(id);
        assertThat(CONTACTS.byContactId(immutable).get().getGivenName()).isEqualTo("Pavel");
    }

    @Test
    void aThirdBusinessPhoneIsAnODataErrorForTheWholeContact() {
        Contact contact = pavel();
        contact.setBusinessPhones(List.of("1", "2", "3"));
        assertThatThrownBy(() -> CONTACTS.post(contact)).isInstanceOfSatisfying(ODataError.class, e -> {
            assertThat(e.getResponseStatusCode()).isEqualTo(400);
            assertThat(e.getError().getMessage()).isEqualTo(
                    "The multi value property BusinessPhones has 3 entries, that exceeds the max allowed value of 2");
        });
    }

    @Test
    void aUserWithoutMailboxIsAnODataErrorWithTheMailboxCode() {
        String mailbox = MAILBOXES.next();
        SANDBOX.tenant().administration().refuseMailbox(mailbox, "MailboxNotEnabledForRESTAPI");
        assertThatThrownBy(() -> CLIENT.users().byUserId(mailbox).contacts().get())
                .isInstanceOfSatisfying(ODataError.class, e -> {
            assertThat(e.getResponseStatusCode()).isEqualTo(404);
            assertThat(e.getError().getCode()).isEqualTo("MailboxNotEnabledForRESTAPI");
        });
    }

    private static String etag(Contact contact) {
        return "W/\"" + contact.getChangeKey() + "\"";
    }

    private static Contact pavel() {
        Contact contact = new Contact();
        contact.setGivenName("Pavel");
        contact.setSurname("Bansky");
        contact.setMobilePhone("+1 732 555 0103");
        contact.setBusinessPhones(List.of("+1 732 555 0102"));
        contact.setBirthday(OffsetDateTime.parse("1974-07-22T00:00:00Z"));
        contact.setCategories(List.of("Customers"));
        EmailAddress mail = new EmailAddress();
        mail.setAddress("pavelb@contoso.example");
        mail.setName("Pavel Bansky");
        contact.setEmailAddresses(List.of(mail));
        PhysicalAddress address = new PhysicalAddress();
        address.setCity("Bratislava");
        contact.setBusinessAddress(address);
        return contact;
    }
}

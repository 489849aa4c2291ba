package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.contacts.ContactsRequestBuilder;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SdkExtendedPropertiesTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final ContactsRequestBuilder CONTACTS =
            CLIENT.users().byUserId(SANDBOX.tenant().mailboxes().iterator().next()).contacts();
    private static final String MARK = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name ContactSyncKey";
    private static final String[] EXPAND = {"singleValueExtendedProperties($filter=id eq '" + MARK + "')"};

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aMarkSetWithTheCreateIsReadBackByExpand() {
        Contact made = CONTACTS.post(marked("a1"));
        assertThat(made.getSingleValueExtendedProperties()).isNull();
        assertThat(mark(CONTACTS.byContactId(made.getId()).get(c -> c.queryParameters.expand = EXPAND)))
                .isEqualTo("a1");
    }

    @Test
    void anUpdateChangesTheMark() {
        String id = CONTACTS.post(marked("b1")).getId();
        Contact change = new Contact();
        change.setSingleValueExtendedProperties(marked("b2").getSingleValueExtendedProperties());
        CONTACTS.byContactId(id).patch(change);
        assertThat(mark(CONTACTS.byContactId(id).get(c -> c.queryParameters.expand = EXPAND))).isEqualTo("b2");
    }

    @Test
    void aListingShowsTheMarkOfThoseThatHaveOne() {
        String id = CONTACTS.post(marked("c1")).getId();
        Contact plain = new Contact();
        plain.setGivenName("Plain");
        String other = CONTACTS.post(plain).getId();
        List<Contact> all = CONTACTS.get(c -> {
            c.queryParameters.expand = EXPAND;
            c.queryParameters.select = new String[] {"id", "displayName"};
            c.queryParameters.top = 1000;
        }).getValue();
        assertThat(all).filteredOn(each -> each.getId().equals(id)).singleElement()
                .satisfies(each -> assertThat(mark(each)).isEqualTo("c1"));
        assertThat(all).filteredOn(each -> each.getId().equals(other)).singleElement()
                .satisfies(each -> assertThat(each.getSingleValueExtendedProperties()).isNull());
    }

    @Test
    void aMarkCanBeLookedFor() {
        String id = CONTACTS.post(marked("d'1")).getId();
        assertThat(
                CONTACTS.get(c -> c.queryParameters.filter =
                        "singleValueExtendedProperties/Any(ep: ep/id eq '" + MARK + "' and ep/value eq 'd''1')")
                .getValue())
            .singleElement().satisfies(each -> assertThat(each.getId()).isEqualTo(id));
    }

    private static String mark(Contact contact) {
        assertThat(contact.getSingleValueExtendedProperties()).singleElement()
                .satisfies(each -> assertThat(each.getId()).isEqualToIgnoringCase(MARK));
        return contact.getSingleValueExtendedProperties().get(0).getValue();
    }

    private static Contact marked(String key) {
        SingleValueLegacyExtendedProperty mark = new SingleValueLegacyExtendedProperty();
        mark.setId(MARK);
        mark.setValue(key);
        Contact contact = new Contact();
        contact.setGivenName("Marked");
        contact.setSingleValueExtendedProperties(List.of(mark));
        return contact;
    }
}

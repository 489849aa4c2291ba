package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.CurrentContact;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The way through a mailbox's contact folders. */
class MailboxContactsTest {

    private static Iterator<JsonNode> folders(int count) {
        ObjectMapper json = new ObjectMapper();
        return IntStream.range(0, count).<JsonNode>mapToObj(number -> json.createObjectNode().put("id", "f" + number))
                .iterator();
    }

    private static Iterator<CurrentContact> contacts(String... ids) {
        return List.of(ids).stream().map(id -> new CurrentContact(id, "v", true, null, null)).iterator();
    }

    @Test
    void givesOneListAfterTheOther() {
        MailboxContacts contacts = MailboxContacts.begin();
        MailboxContacts.add(contacts, contacts("a", "b"), folders(0));
        MailboxContacts.add(contacts, contacts(), folders(0));
        MailboxContacts.add(contacts, contacts("c"), folders(0));
        List<String> ids = new ArrayList<>();
        contacts.forEachRemaining(contact -> ids.add(contact.id()));
        assertThat(ids).containsExactly("a", "b", "c");
        assertThat(contacts.isShaky()).isFalse();
    }

    @Test
    void goesThroughTheFoldersThatWereFound() {
        MailboxContacts contacts = MailboxContacts.begin();
        assertThat(contacts.isFolderAhead()).isFalse();
        MailboxContacts.add(contacts, contacts(), folders(1));
        assertThat(contacts.nextFolder()).isEqualTo("f0");
        assertThat(contacts.isFolderAhead()).isFalse();
        assertThat(contacts.isShaky()).as("a contact may move from one to the other").isTrue();
    }

    @Test
    void aMailboxWithTooManyFoldersIsNotSynchronised() {
        assertThatCode(() -> MailboxContacts.add(MailboxContacts.begin(), contacts(), folders(200)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> MailboxContacts.add(MailboxContacts.begin(), contacts(), folders(201)))
                .hasMessageStartingWith("it has more than 200 contact folders: not synchronised");
    }
}

package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mailbox as it truly is, for those who look from above: everything rendered, nothing late, nothing left out. To be
 * used with the tenant's lock held.
 */
record MailboxView(Mailbox mailbox) {

    /** Contacts of all folders: id to rendered JSON. */
    Map<String, byte[]> contacts() {
        return rendered(mailbox.contacts());
    }

    Map<String, byte[]> deletedContacts() {
        return rendered(mailbox.deletedContacts());
    }

    byte[] contact(String contactId) {
        return rendered(mailbox.find(contactId));
    }

    MailboxState state() {
        Map<String, String> folders = new LinkedHashMap<>();
        mailbox.folders().all().forEach(each -> folders.put(each.id(), new JsonBytes(400).raw((byte) '{')
                .field("id", each.id())
                .field("parentFolderId", each.parent()).field("displayName", each.name()).raw((byte) '}').toString()));
        Map<String, String> categories = new LinkedHashMap<>();
        mailbox.categories().all()
                .forEach(each -> categories.put((String) each.get("id"), new JsonBytes(200).value(each).toString()));
        return new MailboxState(folders, texts(contacts()), texts(deletedContacts()), categories);
    }

    private Map<String, byte[]> rendered(List<StoredContact> contacts) {
        Map<String, byte[]> byId = new LinkedHashMap<>();
        contacts.forEach(each -> byId.put(each.id(false), rendered(each)));
        return byId;
    }

    private byte[] rendered(StoredContact contact) {
        JsonBytes out = new JsonBytes(2600).raw((byte) '{');
        new ContactWriter().write(out, mailbox, contact, ContactView.EVERYTHING);
        return out.raw((byte) '}').toBytes();
    }

    private static Map<String, String> texts(Map<String, byte[]> contacts) {
        Map<String, String> texts = new LinkedHashMap<>();
        contacts.forEach((id, json) -> texts.put(id, new String(json, StandardCharsets.UTF_8)));
        return texts;
    }
}

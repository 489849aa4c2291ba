package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.Tenant;
import java.util.List;

/** The shared mailbox whose contacts everyone gets. */
final class CentralMailbox {

    private CentralMailbox() {
    }

    /**
     * Opens it below that domain with those contacts in its default folder and in the folder of suppliers; returns the
     * ids of the former.
     */
    static List<String> put(Tenant tenant, String domain, List<String> contacts, List<String> suppliers) {
        tenant.put(Employees.shared("Customers", "customers", domain));
        Mailbox mailbox = tenant.openMailbox(TenantFactory.CENTRAL_MAILBOX);
        List<String> ids =
                contacts.stream().map(json -> tenant.createContact(mailbox, mailbox.defaultFolder(), json)).toList();
        mailbox.purpose("shared");
        Folder folder = mailbox.addFolder(TenantFactory.CENTRAL_FOLDER);
        suppliers.forEach(json -> tenant.createContact(mailbox, folder, json));
        return ids;
    }
}

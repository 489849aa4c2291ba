package io.contactsync.bench.peer;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.contacts.ContactsRequestBuilder;
import io.contactsync.sandbox.SandboxAddress;
import io.contactsync.sandbox.sdk.SdkClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A call for each contact, as many at a time as Graph takes for a mailbox, in fifty mailboxes. */
final class SdkCallsPeer implements Peer {

    private static final int AT_A_TIME = 4;
    private static final int WORKERS = 200;

    private final SandboxAddress address;
    private final GraphServiceClient client;

    SdkCallsPeer(SandboxAddress address) {
        this.address = address;
        this.client = SdkClient.of(address);
    }

    @Override
    public long write() {
        List<Contact> contacts = SdkContacts.central(client, address);
        List<Callable<Long>> tasks = new ArrayList<>();
        for (String mailbox : SdkContacts.mailboxes(client, address)) {
            for (int part = 0; part < AT_A_TIME; part++) {
                int first = part;
                tasks.add(() -> fill(mailbox, contacts, first));
            }
        }
        return Crew.work(WORKERS, tasks);
    }

    private long fill(String mailbox, List<Contact> contacts, int first) {
        ContactsRequestBuilder target = client.users().byUserId(mailbox).contacts();
        long created = 0;
        for (int number = first; number < contacts.size(); number += AT_A_TIME) {
            created += target.post(contacts.get(number)).getId() == null ? 0 : 1;
        }
        return created;
    }
}

package io.contactsync.bench.peer;

import com.microsoft.graph.core.content.BatchRequestContentCollection;
import com.microsoft.graph.core.content.BatchResponseContentCollection;
import com.microsoft.graph.models.Contact;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.contacts.ContactsRequestBuilder;
import io.contactsync.sandbox.SandboxAddress;
import io.contactsync.sandbox.sdk.SdkClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** All contacts of a mailbox in one collection, cut into batches of twenty by the client; 200 mailboxes at a time. */
final class SdkBatchesPeer implements Peer {

    private static final int WORKERS = 200;
    private static final int CREATED = 201;

    private final SandboxAddress address;
    private final GraphServiceClient client;

    SdkBatchesPeer(SandboxAddress address) {
        this.address = address;
        this.client = SdkClient.of(address);
    }

    @Override
    public long write() {
        List<Contact> contacts = SdkContacts.central(client, address);
        List<Callable<Long>> tasks = new ArrayList<>();
        for (String mailbox : SdkContacts.mailboxes(client, address)) {
            tasks.add(() -> fill(mailbox, contacts));
        }
        return Crew.work(WORKERS, tasks);
    }

    private long fill(String mailbox, List<Contact> contacts) throws IOException {
        ContactsRequestBuilder target = client.users().byUserId(mailbox).contacts();
        BatchRequestContentCollection steps = new BatchRequestContentCollection(client);
        List<String> ids = new ArrayList<>();
        for (Contact contact : contacts) {
            ids.add(steps.addBatchRequestStep(target.toPostRequestInformation(contact)));
        }
        BatchResponseContentCollection answers = client.getBatchRequestBuilder().post(steps, null);
        Map<String, Integer> statuses = answers.getResponsesStatusCodes();
        return ids.stream().filter(id -> statuses.get(id) == CREATED)
                .filter(id -> answers.getResponseById(id, Contact::createFromDiscriminatorValue).getId() != null)
                .count();
    }
}

package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Annotations;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.ContactView;
import io.contactsync.sandbox.store.ContactWriter;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.StoredContact;
import java.util.List;

/**
 * Answers a listing of the contacts of one folder.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list-contacts">list contacts</a>
 */
record ContactPage(ServiceRequest request, ODataQuery query, GraphReadings readings, ContactWriter writer) {

    ContactPage {
        if (query.has("$search")) {
            throw GraphRefusal.invalidUrlQuery("The query parameter '$search' is not supported for contacts.");
        }
    }

    ServiceResponse of(Mailbox mailbox, Folder folder) {
        ContactView view = ContactQuery.view(request, query, true);
        Paging paging = new Paging(request, query, readings);
        List<StoredContact> all = matching(mailbox, folder);
        List<StoredContact> page = paging.page(all);
        int size = 1024 + page.size() * (view.select() == null ? 1600 : 500);
        String resource = request.below("contacts" + ODataQuery.suffix(view.select()));
        JsonBytes out = JsonBytes.open(size, request.context(resource));
        if (query.count()) {
            out.field(Annotations.COUNT, all.size() + groups(mailbox, folder));
        }
        paging.next(out, all.size());
        out.name("value").raw((byte) '[');
        for (StoredContact each : page) {
            writer.write(out.separator().raw((byte) '{'), mailbox, each, view);
            out.raw((byte) '}');
        }
        return ServiceResponse.ok(out.ascii("]}"));
    }

    /** Number of the contacts that match, as text. */
    ServiceResponse count(Mailbox mailbox, Folder folder) {
        return ServiceResponse.text(Integer.toString(matching(mailbox, folder).size() + groups(mailbox, folder)));
    }

    private List<StoredContact> matching(Mailbox mailbox, Folder folder) {
        return new ContactQuery(query, readings).matching(mailbox.contacts(folder));
    }

    /** Whether a filter that a contact group would match counts it is not known; no filter does. */
    private int groups(Mailbox mailbox, Folder folder) {
        return query.has("$filter") ? 0 : mailbox.contactGroups(folder);
    }
}

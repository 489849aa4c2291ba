package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.ContactRenderer;
import io.contactsync.sandbox.store.ContactView;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.StoredContact;
import java.util.List;

/**
 * Answers a listing of the contacts of one folder.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list-contacts">list contacts</a>
 */
final class ContactPage {
    private final GraphRequest request;
    private final ODataQuery query;
    private final Readings readings;
    private final ContactRenderer renderer;

    ContactPage(GraphRequest request, Readings readings, ContactRenderer renderer) {
        this.request = request;
        this.query = ODataQuery.of(request);
        this.readings = readings;
        this.renderer = renderer;
        if (query.has("$search")) {
            throw new GraphException(400, "ErrorInvalidUrlQuery",
                    "The query parameter '$search' is not supported for contacts.");
        }
    }

    GraphResponse of(Mailbox mailbox, Folder folder) {
        ContactView view = ContactQuery.view(request, query, true);
        Paging paging = new Paging(request, query, readings);
        List<StoredContact> all = matching(mailbox, folder);
        List<StoredContact> page = paging.page(all);
        JsonBytes out = new JsonBytes(1024 + page.size() * (view.select() == null ? 1600 : 500)).raw((byte) '{');
        out.field("@odata.context", context(view));
        if (query.count()) {
            out.field("@odata.count", all.size() + groups(mailbox, folder));
        }
        paging.next(out, all.size());
        out.name("value").raw((byte) '[');
        for (StoredContact each : page) {
            renderer.write(out.separator().raw((byte) '{'), mailbox, each, view);
            out.raw((byte) '}');
        }
        return GraphResponse.ok(out.ascii("]}"));
    }

    /** Number of the contacts that match, as text. */
    GraphResponse count(Mailbox mailbox, Folder folder) {
        return GraphResponse.text(Integer.toString(matching(mailbox, folder).size() + groups(mailbox, folder)));
    }

    private List<StoredContact> matching(Mailbox mailbox, Folder folder) {
        return new ContactQuery(query, readings).matching(mailbox.contacts(folder));
    }

    /** Whether a filter that a contact group would match counts it is not known; no filter does. */
    private int groups(Mailbox mailbox, Folder folder) {
        return query.has("$filter") ? 0 : mailbox.contactGroups(folder);
    }

    private String context(ContactView view) {
        String select = view.select() == null ? "" : "(" + String.join(",", view.select()) + ")";
        return request.base() + "/$metadata#users('" + request.segment(1) + "')/contacts" + select;
    }
}

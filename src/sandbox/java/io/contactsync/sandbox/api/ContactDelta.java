package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.ChangeLog;
import io.contactsync.sandbox.store.ContactView;
import io.contactsync.sandbox.store.ContactWriter;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.StoredContact;
import java.util.List;
import java.util.Set;

/**
 * Answers a delta query for the contacts of one folder: pages of at most 500, 10 unless odata.maxpagesize says
 * otherwise, then a delta link, for an empty round too. The first selection stays in force. Removals come before
 * contacts, so that one that left and came back stays.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/contact-delta">contact: delta</a>
 */
record ContactDelta(ServiceRequest request, ODataQuery query, GraphReadings readings, ContactWriter writer) {
    private static final int DEFAULT_PAGE = 10;
    private static final int LARGEST_PAGE = 500;

    ContactDelta {
        MailboxDeltaLinks.checkOptions(query, "Contacts");
        if (query.has("$expand") && readings.is(GraphReading.DELTA_EXPAND, "error")) {
            throw new GraphRefusal(500, "ErrorInternalServerError", "Value cannot be null.\r\nParameter name: type");
        }
    }

    ServiceResponse of(Mailbox mailbox, Folder folder) {
        MailboxDeltaToken token =
                MailboxDeltaLinks.token(query, mailbox, folder.id(), ContactQuery.select(query), readings);
        List<ChangeLog.Removal> removals =
                token.initial() ? List.of() : mailbox.log().removals(folder, token.since(), token.until());
        List<ChangeLog.Removal> removed =
                head(removals.subList(Math.min(token.removals(), removals.size()), removals.size()), pageSize());
        List<StoredContact> waiting = waiting(mailbox, folder, token);
        List<StoredContact> shown = head(waiting, pageSize() - removed.size());
        boolean last = token.removals() + removed.size() == removals.size() && shown.size() == waiting.size();
        int after = shown.isEmpty() ? token.after() : shown.get(shown.size() - 1).number();
        JsonBytes out = MailboxDeltaLinks.start(request, "contact", last,
                last ? token.next() : token.moved(removed.size(), after));
        removed.forEach(each -> MailboxDeltaLinks.removed(out, each.id(Preferences.immutableIds(request))));
        write(out, mailbox, shown, view(token.selected()));
        return ServiceResponse.ok(out.ascii("]}"));
    }

    /** Those the client has not heard of, one more than a page at the most. */
    private static List<StoredContact> waiting(Mailbox mailbox, Folder folder, MailboxDeltaToken token) {
        return mailbox.contacts(folder).stream()
                .filter(each -> each.number() > token.after() && mailbox.log().seen(each) > token.since())
                .limit(LARGEST_PAGE + 1L).toList();
    }

    private void write(JsonBytes out, Mailbox mailbox, List<StoredContact> contacts, ContactView view) {
        for (StoredContact each : contacts) {
            out.separator().ascii("{\"@odata.type\":\"#microsoft.graph.contact\",");
            writer.write(out, mailbox, each, view);
            out.raw((byte) '}');
        }
    }

    private ContactView view(Set<String> selected) {
        boolean expanded = readings.is(GraphReading.DELTA_EXPAND, "served");
        return new ContactView(selected, expanded ? ExpandClause.parse(query.get("$expand")) : ContactView.Expand.NONE,
                Preferences.immutableIds(request), true);
    }

    private int pageSize() {
        int preferred = Preferences.maxPageSize(request);
        return preferred == 0 ? DEFAULT_PAGE : Math.min(preferred, LARGEST_PAGE);
    }

    private static <T> List<T> head(List<T> list, int most) {
        return list.subList(0, Math.min(list.size(), most));
    }
}

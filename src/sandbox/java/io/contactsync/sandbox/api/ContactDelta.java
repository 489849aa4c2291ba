package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.protocol.Reading;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.ChangeLog;
import io.contactsync.sandbox.store.ContactRenderer;
import io.contactsync.sandbox.store.ContactView;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.StoredContact;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Answers a delta query for the contacts of one folder: pages of at most 500, 10 unless odata.maxpagesize says
 * otherwise, then a delta link, for an empty round too. The first selection stays in force. Removals come before
 * contacts, so that one that left and came back stays.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/contact-delta">contact: delta</a>
 */
final class ContactDelta {
    private static final int DEFAULT_PAGE = 10;
    private static final int LARGEST_PAGE = 500;
    private final GraphRequest request;
    private final ODataQuery query;
    private final Readings readings;
    private final ContactRenderer renderer;

    ContactDelta(GraphRequest request, Readings readings, ContactRenderer renderer) {
        this.request = request;
        this.query = ODataQuery.of(request);
        this.readings = readings;
        this.renderer = renderer;
        check();
    }

    private void check() {
        MailboxDeltaLinks.checkOptions(query, "Contacts");
        if (query.has("$expand") && readings.is(Reading.DELTA_EXPAND, "error")) {
            throw new GraphException(500, "ErrorInternalServerError", "Value cannot be null.\r\nParameter name: type");
        }
    }

    GraphResponse of(Mailbox mailbox, Folder folder) {
        Set<String> selected = ContactQuery.select(query);
        MailboxDeltaToken token = MailboxDeltaLinks.token(query, mailbox, folder.id(),
                selected == null ? "" : String.join(",", selected), readings);
        List<ChangeLog.Removal> removals =
                token.initial() ? List.of() : mailbox.log().removals(folder, token.since(), token.until());
        List<ChangeLog.Removal> removed =
                head(removals.subList(Math.min(token.removals(), removals.size()), removals.size()), pageSize());
        List<StoredContact> waiting = mailbox.contacts(folder).stream()
                .filter(each -> each.number() > token.after() && mailbox.log().seen(each) > token.since())
                .limit(LARGEST_PAGE + 1L).toList();
        List<StoredContact> shown = head(waiting, pageSize() - removed.size());
        boolean last = token.removals() + removed.size() == removals.size() && shown.size() == waiting.size();
        int after = shown.isEmpty() ? token.after() : shown.get(shown.size() - 1).number();
        JsonBytes out = MailboxDeltaLinks.start(request, "contact", last,
                last ? token.next() : token.moved(removed.size(), after));
        removed.forEach(each -> MailboxDeltaLinks.removed(out, each.id(Preferences.immutableIds(request))));
        write(out, mailbox, shown, view(token.select()));
        return GraphResponse.ok(out.ascii("]}"));
    }

    private void write(JsonBytes out, Mailbox mailbox, List<StoredContact> contacts, ContactView view) {
        for (StoredContact each : contacts) {
            out.separator().ascii("{\"@odata.type\":\"#microsoft.graph.contact\",");
            renderer.write(out, mailbox, each, view);
            out.raw((byte) '}');
        }
    }

    private ContactView view(String select) {
        boolean expanded = readings.is(Reading.DELTA_EXPAND, "served");
        return new ContactView(select.isEmpty() ? null : new LinkedHashSet<>(Arrays.asList(select.split(","))),
                expanded ? ExpandClause.parse(query.get("$expand")) : ContactView.Expand.NONE,
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

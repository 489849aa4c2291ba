package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.ContactWriter;
import io.contactsync.sandbox.store.ContentPool;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;

/**
 * The contacts of a folder. {@code /contacts} lists the default folder only, yet reaches a contact of any folder by id.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/contact">contact resource type</a>
 */
final class ContactsApi {
    private final GraphReadings readings;
    private final ContactWriter writer = new ContactWriter();
    private final ContactItemApi items;

    ContactsApi(ContentPool pool, GraphReadings readings) {
        this.readings = readings;
        this.items = new ContactItemApi(pool, readings, writer);
    }

    /** Requests below {@code /users/{id}/contacts}. */
    ServiceResponse contacts(ServiceRequest request, Mailbox mailbox) {
        return contacts(request, mailbox, mailbox.defaultFolder(), 3);
    }

    /** @param at number of segments that lead to the folder's contacts */
    ServiceResponse contacts(ServiceRequest request, Mailbox mailbox, Folder folder, int at) {
        if (request.depth() == at) {
            return collection(request, mailbox, folder);
        }
        String segment = request.segment(at);
        if (request.depth() == at + 1 && segment.equals("$count")) {
            request.require("GET");
            return page(request).count(mailbox, folder);
        }
        if (request.depth() == at + 1 && segment.equals("delta")
                && (at > 3 || readings.is(GraphReading.DELTA_OF_DEFAULT_FOLDER, "served"))) {
            request.require("GET");
            return new ContactDelta(request, ODataQuery.of(request), readings, writer).of(mailbox, folder);
        }
        return items.handle(request, mailbox, segment, at + 1);
    }

    private ServiceResponse collection(ServiceRequest request, Mailbox mailbox, Folder folder) {
        return switch (request.method()) {
            case "GET" -> page(request).of(mailbox, folder);
            case "POST" -> items.create(request, mailbox, folder);
            default -> throw emptyId(request);
        };
    }

    private ContactPage page(ServiceRequest request) {
        return new ContactPage(request, ODataQuery.of(request), readings, writer);
    }

    /** github.com/microsoftgraph/microsoft-graph-docs-contrib, issues 7400 and 7965: the words; status 400 or 405. */
    private GraphRefusal emptyId(ServiceRequest request) {
        String message = request.method().equals("PATCH")
                ? "Method 'PATCH/MERGE' not allowed for 'Microsoft.OData.UriParser.NavigationPropertySegment'"
                : "The OData request is not supported.";
        return new GraphRefusal(readings.is(GraphReading.EMPTY_ID, "405") ? 405 : 400, "ErrorInvalidRequest", message);
    }
}

package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.Reading;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.ContactRenderer;
import io.contactsync.sandbox.store.ContentPool;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;

/**
 * The contacts of a folder. {@code /contacts} lists the default folder only, yet reaches a contact of any folder by id.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/contact">contact resource type</a>
 */
final class ContactsApi {
    private final Readings readings;
    private final ContactRenderer renderer = new ContactRenderer();
    private final ContactItemApi items;

    ContactsApi(ContentPool pool, Readings readings) {
        this.readings = readings;
        this.items = new ContactItemApi(pool, readings, renderer);
    }

    /** Requests below {@code /users/{id}/contacts}. */
    GraphResponse contacts(GraphRequest request, Mailbox mailbox) {
        return contacts(request, mailbox, mailbox.defaultFolder(), 3);
    }

    /** @param at number of segments that lead to the folder's contacts */
    GraphResponse contacts(GraphRequest request, Mailbox mailbox, Folder folder, int at) {
        if (request.depth() == at) {
            return collection(request, mailbox, folder);
        }
        String segment = request.segment(at);
        if (request.depth() == at + 1 && segment.equals("$count")) {
            requireGet(request);
            return new ContactPage(request, readings, renderer).count(mailbox, folder);
        }
        if (request.depth() == at + 1 && segment.equals("delta")
                && (at > 3 || readings.is(Reading.DELTA_OF_DEFAULT_FOLDER, "served"))) {
            requireGet(request);
            return new ContactDelta(request, readings, renderer).of(mailbox, folder);
        }
        return items.handle(request, mailbox, segment, at + 1);
    }

    private GraphResponse collection(GraphRequest request, Mailbox mailbox, Folder folder) {
        return switch (request.method()) {
            case "GET" -> new ContactPage(request, readings, renderer).of(mailbox, folder);
            case "POST" -> items.create(request, mailbox, folder);
            default -> throw emptyId(request);
        };
    }

    /** github.com/microsoftgraph/microsoft-graph-docs-contrib, issues 7400 and 7965: the words; status 400 or 405. */
    private GraphException emptyId(GraphRequest request) {
        String message = request.method().equals("PATCH")
                ? "Method 'PATCH/MERGE' not allowed for 'Microsoft.OData.UriParser.NavigationPropertySegment'"
                : "The OData request is not supported.";
        return new GraphException(readings.is(Reading.EMPTY_ID, "405") ? 405 : 400, "ErrorInvalidRequest", message);
    }

    static void requireGet(GraphRequest request) {
        if (!request.method().equals("GET")) {
            throw GraphException.methodNotAllowed();
        }
    }
}

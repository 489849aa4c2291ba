package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.protocol.Reading;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.ContactContent;
import io.contactsync.sandbox.store.ContactRenderer;
import io.contactsync.sandbox.store.ContactView;
import io.contactsync.sandbox.store.ContentPool;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.StoredContact;

/**
 * One contact: create, get, change, delete, purge, and what lies below it: open extensions, photo.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/contact">contact resource type</a>
 */
final class ContactItemApi {
    private final ContentPool pool;
    private final Readings readings;
    private final ContactRenderer renderer;
    private final ExtensionsApi extensions;
    private final ContactPhotosApi photos;

    ContactItemApi(ContentPool pool, Readings readings, ContactRenderer renderer) {
        this.pool = pool;
        this.readings = readings;
        this.renderer = renderer;
        this.extensions = new ExtensionsApi(pool);
        this.photos = new ContactPhotosApi(readings);
    }

    /** @param at number of segments that lead to the contact, its id included */
    GraphResponse handle(GraphRequest request, Mailbox mailbox, String id, int at) {
        if (request.depth() == at) {
            return one(request, mailbox, id);
        }
        return switch (request.segment(at)) {
            case "extensions" -> extensions.handle(request, mailbox, id, at + 1);
            case "photo", "photos" -> photos.of(request, mailbox, id, at);
            case "permanentDelete" -> purge(request, mailbox, id, at + 1);
            default -> throw GraphException.unknownSegment(request.segment(at));
        };
    }

    GraphResponse create(GraphRequest request, Mailbox mailbox, Folder folder) {
        StoredContact contact = mailbox.create(folder, pool.created(request.bytes()));
        String location = request.base() + "/users('" + request.segment(1) + "')/contacts('"
                + contact.id(Preferences.immutableIds(request)) + "')";
        String etag = mailbox.changeKeys().etag(contact.change());
        if (Preferences.minimal(request)) {
            return GraphResponse.noContent().with("Location", location).with("OData-EntityId", location).with("ETag",
                    etag);
        }
        return GraphResponse.created(entity(request, mailbox, contact), location, etag);
    }

    private GraphResponse one(GraphRequest request, Mailbox mailbox, String id) {
        return switch (request.method()) {
            case "GET" -> GraphResponse.ok(entity(request, mailbox, mailbox.find(id)));
            case "PATCH" -> patch(request, mailbox, id);
            case "DELETE" -> delete(request, mailbox, id);
            default -> throw GraphException.methodNotAllowed();
        };
    }

    private GraphResponse patch(GraphRequest request, Mailbox mailbox, String id) {
        StoredContact before = mailbox.find(id);
        if (readings.is(Reading.IF_MATCH_ON_PATCH, "heeded")) {
            checkMatch(request, mailbox, before);
        }
        ContactContent content = pool.patched(before.content(), request.bytes());
        boolean shown =
                readings.is(Reading.DELTA_OF_EXTENDED_PROPERTY, "shown") || !content.showsSameAs(before.content());
        StoredContact after = mailbox.replace(id, content, shown);
        return Preferences.minimal(request) ? GraphResponse.noContent()
                : GraphResponse.ok(entity(request, mailbox, after));
    }

    private static GraphResponse delete(GraphRequest request, Mailbox mailbox, String id) {
        checkMatch(request, mailbox, mailbox.find(id));
        mailbox.delete(id);
        return GraphResponse.noContent();
    }

    /** @see <a href="https://learn.microsoft.com/graph/api/contact-permanentdelete">contact: permanentDelete</a> */
    private static GraphResponse purge(GraphRequest request, Mailbox mailbox, String id, int depth) {
        if (!request.method().equals("POST") || request.depth() > depth) {
            throw GraphException.methodNotAllowed();
        }
        mailbox.purge(id);
        return GraphResponse.noContent();
    }

    private static void checkMatch(GraphRequest request, Mailbox mailbox, StoredContact contact) {
        String expected = request.header("if-match");
        if (expected != null && !expected.equals("*")
                && !expected.equals(mailbox.changeKeys().etag(contact.change()))) {
            throw GraphException.conflict();
        }
    }

    private JsonBytes entity(GraphRequest request, Mailbox mailbox, StoredContact contact) {
        ContactView view = ContactQuery.view(request, ODataQuery.of(request), false);
        String select = view.select() == null ? "" : "(" + String.join(",", view.select()) + ")";
        JsonBytes out =
                new JsonBytes(2600).ascii("{\"@odata.context\":\"").ascii(request.base()).ascii("/$metadata#users('")
            .ascii(request.segment(1)).ascii("')/contacts").ascii(select).ascii("/$entity\",");
        renderer.write(out, mailbox, contact, view);
        return out.raw((byte) '}');
    }
}

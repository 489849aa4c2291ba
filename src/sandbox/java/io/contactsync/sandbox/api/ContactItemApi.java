package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.ContactContent;
import io.contactsync.sandbox.store.ContactView;
import io.contactsync.sandbox.store.ContactWriter;
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
    private final GraphReadings readings;
    private final ContactWriter writer;
    private final ExtensionsApi extensions;
    private final ContactPhotosApi photos;

    ContactItemApi(ContentPool pool, GraphReadings readings, ContactWriter writer) {
        this.pool = pool;
        this.readings = readings;
        this.writer = writer;
        this.extensions = new ExtensionsApi(pool);
        this.photos = new ContactPhotosApi(readings);
    }

    /** @param at number of segments that lead to the contact, its id included */
    ServiceResponse handle(ServiceRequest request, Mailbox mailbox, String id, int at) {
        if (request.depth() == at) {
            return one(request, mailbox, id);
        }
        return switch (request.segment(at)) {
            case "extensions" -> extensions.handle(request, mailbox, id, at + 1);
            case "photo", "photos" -> photos.of(request, mailbox, id, at);
            case "permanentDelete" -> purge(request, mailbox, id, at + 1);
            default -> throw GraphRefusal.unknownSegment(request.segment(at));
        };
    }

    ServiceResponse create(ServiceRequest request, Mailbox mailbox, Folder folder) {
        StoredContact contact = mailbox.create(folder, pool.created(request.bytes()));
        String id = contact.id(Preferences.immutableIds(request));
        String location = request.base() + "/" + request.below("contacts('" + id + "')");
        String etag = mailbox.changeKeys().etag(contact.change());
        if (Preferences.minimal(request)) {
            return ServiceResponse.noContent().with(ServiceResponse.LOCATION, location).with("OData-EntityId", location)
                    .with("ETag", etag);
        }
        return ServiceResponse.created(entity(request, mailbox, contact), location, etag);
    }

    private ServiceResponse one(ServiceRequest request, Mailbox mailbox, String id) {
        return switch (request.method()) {
            case "GET" -> ServiceResponse.ok(entity(request, mailbox, mailbox.find(id)));
            case "PATCH" -> patch(request, mailbox, id);
            case "DELETE" -> delete(request, mailbox, id);
            default -> throw GraphRefusal.methodNotAllowed();
        };
    }

    private ServiceResponse patch(ServiceRequest request, Mailbox mailbox, String id) {
        StoredContact before = mailbox.find(id);
        if (readings.is(GraphReading.IF_MATCH_ON_PATCH, "heeded")) {
            request.requireMatch(() -> mailbox.changeKeys().etag(before.change()));
        }
        ContactContent content = pool.patched(before.content(), request.bytes());
        boolean shown =
                readings.is(GraphReading.DELTA_OF_EXTENDED_PROPERTY, "shown") || !content.showsSameAs(before.content());
        StoredContact after = mailbox.replace(id, content, shown);
        return Preferences.minimal(request) ? ServiceResponse.noContent()
                : ServiceResponse.ok(entity(request, mailbox, after));
    }

    private static ServiceResponse delete(ServiceRequest request, Mailbox mailbox, String id) {
        StoredContact contact = mailbox.find(id);
        request.requireMatch(() -> mailbox.changeKeys().etag(contact.change()));
        mailbox.delete(id);
        return ServiceResponse.noContent();
    }

    /** @see <a href="https://learn.microsoft.com/graph/api/contact-permanentdelete">contact: permanentDelete</a> */
    private static ServiceResponse purge(ServiceRequest request, Mailbox mailbox, String id, int depth) {
        if (!request.method().equals("POST") || request.depth() > depth) {
            throw GraphRefusal.methodNotAllowed();
        }
        mailbox.purge(id);
        return ServiceResponse.noContent();
    }

    private JsonBytes entity(ServiceRequest request, Mailbox mailbox, StoredContact contact) {
        ContactView view = ContactQuery.view(request, ODataQuery.of(request), false);
        JsonBytes out = new JsonBytes(2600).ascii("{\"@odata.context\":\"").ascii(request.base())
                .ascii("/$metadata#users('").ascii(request.segment(1)).ascii("')/contacts")
                .ascii(ODataQuery.suffix(view.select())).ascii("/$entity\",");
        writer.write(out, mailbox, contact, view);
        return out.raw((byte) '}');
    }
}

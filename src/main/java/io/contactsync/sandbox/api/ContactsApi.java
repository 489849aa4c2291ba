package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.protocol.Reading;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.ContactRenderer;
import io.contactsync.sandbox.store.ContactView;
import io.contactsync.sandbox.store.ContentPool;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.StoredContact;
import java.util.List;

/**
 * Contacts and contact folders of a mailbox. {@code /contacts} lists the default folder only, yet reaches a contact of any folder by id.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/contact">contact resource type</a>
 * @see <a href="https://learn.microsoft.com/graph/api/resources/contactfolder">contactFolder resource type</a>
 */
final class ContactsApi {
    private final ContentPool pool;
    private final Readings readings;
    private final ContactPhotosApi photos;
    private final ContactRenderer renderer = new ContactRenderer();

    ContactsApi(ContentPool pool, Readings readings) {
        this.pool = pool;
        this.readings = readings;
        this.photos = new ContactPhotosApi(readings);
    }

    /** Requests below {@code /users/{id}/contacts}. */
    GraphResponse contacts(GraphRequest request, Mailbox mailbox) {
        return contacts(request, mailbox, mailbox.defaultFolder(), 3);
    }

    /** Requests below {@code /users/{id}/contactFolders}; the list holds the folders inside the default one, not that one itself. */
    GraphResponse folders(GraphRequest request, Mailbox mailbox) {
        if (request.depth() == 3) {
            return folderList(request, mailbox);
        }
        Folder folder = mailbox.folder(request.segment(3));
        if (folder == null) {
            throw GraphException.noSuchItem();
        }
        if (request.depth() == 4) {
            return folder(request, folder);
        }
        return switch (request.segment(4)) {
            case "contacts" -> contacts(request, mailbox, folder, 5);
            case "childFolders" -> childFolders(request, mailbox, folder);
            default -> throw GraphException.unknownSegment(request.segment(4));
        };
    }

    private GraphResponse contacts(GraphRequest request, Mailbox mailbox, Folder folder, int at) {
        if (request.depth() == at) {
            return switch (request.method()) {
                case "GET" -> new ContactPage(request, renderer).of(mailbox, mailbox.contacts(folder));
                case "POST" -> create(request, mailbox, folder);
                default -> throw GraphException.methodNotAllowed();
            };
        }
        if (request.depth() > at + 1 && ContactPhotosApi.serves(request.segment(at + 1))) {
            return photos.of(request, mailbox, request.segment(at), at + 1);
        }
        if (request.depth() > at + 1) {
            throw GraphException.unknownSegment(request.segment(at + 1));
        }
        if (request.segment(at).equals("$count")) {
            return new ContactPage(request, renderer).count(mailbox.contacts(folder));
        }
        return one(request, mailbox, request.segment(at));
    }

    private GraphResponse one(GraphRequest request, Mailbox mailbox, String id) {
        return switch (request.method()) {
            case "GET" -> GraphResponse.ok(entity(request, mailbox, mailbox.find(id)));
            case "PATCH" -> patch(request, mailbox, id);
            case "DELETE" -> delete(request, mailbox, id);
            default -> throw GraphException.methodNotAllowed();
        };
    }

    private GraphResponse create(GraphRequest request, Mailbox mailbox, Folder folder) {
        StoredContact contact = mailbox.create(folder, pool.created(request.bytes()));
        String id = folder.ids().text(contact.number(), Preferences.immutableIds(request));
        String location = request.base() + "/users('" + request.segment(1) + "')/contacts('" + id + "')";
        return GraphResponse.created(entity(request, mailbox, contact), location, mailbox.changeKeys().etag(contact.change()));
    }

    private GraphResponse patch(GraphRequest request, Mailbox mailbox, String id) {
        StoredContact before = mailbox.find(id);
        if (readings.is(Reading.IF_MATCH_ON_PATCH, "heeded")) {
            checkMatch(request, mailbox, before);
        }
        return GraphResponse.ok(entity(request, mailbox, mailbox.replace(id, pool.patched(before.content(), request.bytes()))));
    }

    private static GraphResponse delete(GraphRequest request, Mailbox mailbox, String id) {
        checkMatch(request, mailbox, mailbox.find(id));
        mailbox.delete(id);
        return GraphResponse.noContent();
    }

    /** The words are those of a lost race. */
    private static void checkMatch(GraphRequest request, Mailbox mailbox, StoredContact contact) {
        String expected = request.header("if-match");
        if (expected != null && !expected.equals("*") && !expected.equals(mailbox.changeKeys().etag(contact.change()))) {
            throw new GraphException(412, "ErrorIrresolvableConflict", "The send or update operation could not be performed because the "
                + "change key passed in the request does not match the current change key for the item.");
        }
    }

    private JsonBytes entity(GraphRequest request, Mailbox mailbox, StoredContact contact) {
        ContactView view = ContactQuery.view(request, ODataQuery.of(request), false);
        String select = view.select() == null ? "" : "(" + String.join(",", view.select()) + ")";
        JsonBytes out = new JsonBytes(2600).ascii("{\"@odata.context\":\"").ascii(request.base()).ascii("/$metadata#users('")
            .ascii(request.segment(1)).ascii("')/contacts").ascii(select).ascii("/$entity\",");
        renderer.write(out, mailbox, contact, view);
        return out.raw((byte) '}');
    }

    private static GraphResponse folderList(GraphRequest request, Mailbox mailbox) {
        requireGet(request);
        return folderList(request, mailbox.folders().subList(1, mailbox.folders().size()));
    }

    private static GraphResponse childFolders(GraphRequest request, Mailbox mailbox, Folder folder) {
        requireGet(request);
        return folderList(request, mailbox.folders().stream().filter(each -> each.parent().equals(folder.id())).toList());
    }

    private static GraphResponse folderList(GraphRequest request, List<Folder> folders) {
        JsonBytes out = new JsonBytes(600).raw((byte) '{')
            .field("@odata.context", request.base() + "/$metadata#users('" + request.segment(1) + "')/contactFolders");
        out.name("value").raw((byte) '[');
        folders.forEach(each -> members(out.separator().raw((byte) '{'), each).raw((byte) '}'));
        return GraphResponse.ok(out.ascii("]}"));
    }

    private static GraphResponse folder(GraphRequest request, Folder folder) {
        requireGet(request);
        JsonBytes out = new JsonBytes(600).raw((byte) '{')
            .field("@odata.context", request.base() + "/$metadata#users('" + request.segment(1) + "')/contactFolders/$entity");
        return GraphResponse.ok(members(out, folder).raw((byte) '}'));
    }

    private static JsonBytes members(JsonBytes out, Folder folder) {
        return out.field("id", folder.id()).field("parentFolderId", folder.parent()).field("displayName", folder.name());
    }

    private static void requireGet(GraphRequest request) {
        if (!request.method().equals("GET")) {
            throw GraphException.methodNotAllowed();
        }
    }
}

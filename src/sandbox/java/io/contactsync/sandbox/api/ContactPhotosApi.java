package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.Reading;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.Photo;
import io.contactsync.sandbox.store.StoredContact;
import java.util.Map;

/**
 * The photo of a personal contact: read, set (PUT and PATCH are the same), removed. There are no sizes
 * (github.com/microsoftgraph/microsoft-graph-docs, issue 4153). How a file that is no picture is refused is not
 * published.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/profilephoto-update">update profilePhoto</a>
 */
final class ContactPhotosApi {
    private final Readings readings;

    ContactPhotosApi(Readings readings) {
        this.readings = readings;
    }

    /**
     * @param id the contact's
     * @param at index of the segment {@code photo}
     */
    GraphResponse of(GraphRequest request, Mailbox mailbox, String id, int at) {
        if (request.segment(at).equals("photos")) {
            throw GraphException.badRequest("Unsupported segment type. ODataQuery: " + request.target());
        }
        boolean value = PhotoAnswers.value(request, at + 1);
        StoredContact contact = mailbox.find(id);
        return switch (request.method()) {
            case "GET" -> get(request, mailbox.photo(contact), value);
            case "PUT", "PATCH" -> set(mailbox, id, sent(request));
            case "DELETE" -> remove(mailbox, id, contact);
            default -> throw GraphException.methodNotAllowed();
        };
    }

    private GraphResponse get(GraphRequest request, Photo photo, boolean value) {
        PhotoAnswers.require(photo, readings);
        if (value) {
            return PhotoAnswers.file(photo.bytes(), photo.contentType());
        }
        JsonBytes out = new JsonBytes(500).raw((byte) '{').field("@odata.context",
            request.base() + "/$metadata#users('" + request.segment(1) + "')/contacts/photo/$entity");
        return GraphResponse.ok(PhotoAnswers.metadata(out, photo, photo.width(), photo.height()).raw((byte) '}'));
    }

    private static Photo sent(GraphRequest request) {
        Photo photo = Photo.of(request.bytes());
        if (photo == null) {
            throw new GraphException(400, "ErrorInvalidRequest", "The request body is not an image.");
        }
        return photo;
    }

    private GraphResponse set(Mailbox mailbox, String id, Photo photo) {
        mailbox.photo(touched(mailbox, id), photo);
        return GraphResponse.of(200, Map.of(), null);
    }

    private GraphResponse remove(Mailbox mailbox, String id, StoredContact contact) {
        PhotoAnswers.require(mailbox.photo(contact), readings);
        mailbox.photo(touched(mailbox, id), null);
        return GraphResponse.noContent();
    }

    private StoredContact touched(Mailbox mailbox, String id) {
        StoredContact contact = mailbox.find(id);
        return readings.is(Reading.PHOTO_CHANGES_KEY, "yes") ? mailbox.replace(id, contact.content()) : contact;
    }
}

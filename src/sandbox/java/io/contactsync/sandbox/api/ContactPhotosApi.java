package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
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
record ContactPhotosApi(GraphReadings readings) {

    /**
     * @param id the contact's
     * @param at index of the segment {@code photo}
     */
    ServiceResponse of(ServiceRequest request, Mailbox mailbox, String id, int at) {
        if (request.segment(at).equals("photos")) {
            throw GraphRefusal.badRequest("Unsupported segment type. ODataQuery: " + request.target());
        }
        boolean value = PhotoAnswers.value(request, at + 1);
        StoredContact contact = mailbox.find(id);
        return switch (request.method()) {
            case "GET" -> get(request, mailbox.photos().of(contact), value);
            case "PUT", "PATCH" -> set(mailbox, id, sent(request));
            case "DELETE" -> remove(mailbox, id, contact);
            default -> throw GraphRefusal.methodNotAllowed();
        };
    }

    private ServiceResponse get(ServiceRequest request, Photo photo, boolean value) {
        PhotoAnswers.require(photo, readings);
        if (value) {
            return PhotoAnswers.file(photo.bytes(), photo.contentType());
        }
        JsonBytes out = JsonBytes.open(500, request.context(request.below("contacts/photo/$entity")));
        return ServiceResponse.ok(PhotoAnswers.metadata(out, photo, photo.width(), photo.height()).raw((byte) '}'));
    }

    private static Photo sent(ServiceRequest request) {
        Photo photo = Photo.of(request.bytes());
        if (photo == null) {
            throw new GraphRefusal(400, "ErrorInvalidRequest", "The request body is not an image.");
        }
        return photo;
    }

    private ServiceResponse set(Mailbox mailbox, String id, Photo photo) {
        mailbox.photos().set(touched(mailbox, id), photo);
        return ServiceResponse.of(200, Map.of(), null);
    }

    private ServiceResponse remove(Mailbox mailbox, String id, StoredContact contact) {
        PhotoAnswers.require(mailbox.photos().of(contact), readings);
        mailbox.photos().set(touched(mailbox, id), null);
        return ServiceResponse.noContent();
    }

    private StoredContact touched(Mailbox mailbox, String id) {
        StoredContact contact = mailbox.find(id);
        return readings.is(GraphReading.PHOTO_CHANGES_KEY, "yes") ? mailbox.replace(id, contact.content()) : contact;
    }
}

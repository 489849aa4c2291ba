package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Photo;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The photos of users, to read: the whole one and square copies of nine sizes, none larger than the photo. They lie in
 * the mailbox, so that who has none has no photo.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/profilephoto-get">get profilePhoto</a>
 */
record PhotosApi(Tenant tenant, GraphReadings readings) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})[xX]\\1");

    /** Requests below {@code /users/{id}/photo} and {@code /users/{id}/photos}. */
    ServiceResponse of(ServiceRequest request) {
        Photo photo = photo(request.segment(1));
        request.require("GET");
        if (request.segment(2).equals("photo")) {
            return whole(request, photo);
        }
        return request.depth() == 3 ? list(request, photo) : copy(request, photo);
    }

    /** microsoftgraph/microsoft-graph-docs, known issues: the refusal for a user without mailbox. */
    private Photo photo(String name) {
        User user = tenant.user(name).orElseThrow(() -> GraphRefusal.invalidUser(name));
        if (!tenant.hasMailbox(user.id())) {
            throw GraphRefusal.noMailbox("ErrorNonExistentMailbox", name);
        }
        return tenant.directory().photo(user.id());
    }

    private ServiceResponse whole(ServiceRequest request, Photo photo) {
        boolean value = PhotoAnswers.value(request, 3);
        JsonBytes out = open(request, "photo/$entity");
        if (photo == null && !value && readings.is(GraphReading.MISSING_PHOTO_METADATA, "1x1")) {
            return ServiceResponse.ok(out.field("@odata.mediaContentType", "image/gif").field("@odata.mediaEtag", "")
                    .field("id", "1x1").field("width", 1).field("height", 1).raw((byte) '}'));
        }
        PhotoAnswers.require(photo, readings);
        return value ? PhotoAnswers.file(photo.bytes(), photo.contentType())
                : ServiceResponse.ok(PhotoAnswers.metadata(out, photo, photo.width(), photo.height()).raw((byte) '}'));
    }

    private static ServiceResponse list(ServiceRequest request, Photo photo) {
        JsonBytes out = open(request, "photos").name("value").raw((byte) '[');
        for (int edge : photo == null ? List.<Integer>of() : photo.edges()) {
            PhotoAnswers.metadata(out.separator().raw((byte) '{'), photo, edge, edge).raw((byte) '}');
        }
        return ServiceResponse.ok(out.ascii("]}"));
    }

    private ServiceResponse copy(ServiceRequest request, Photo photo) {
        boolean value = PhotoAnswers.value(request, 4);
        Matcher size = SIZE.matcher(request.segment(3));
        int edge = size.matches() ? Integer.parseInt(size.group(1)) : 0;
        PhotoAnswers.require(photo != null && photo.edges().contains(edge) ? photo : null, readings);
        JsonBytes out = open(request, "photos/$entity");
        return value ? PhotoAnswers.file(photo.copy(edge), "image/jpeg")
                : ServiceResponse.ok(PhotoAnswers.metadata(out, photo, edge, edge).raw((byte) '}'));
    }

    private static JsonBytes open(ServiceRequest request, String what) {
        return JsonBytes.open(500, request.context(request.below(what)));
    }
}

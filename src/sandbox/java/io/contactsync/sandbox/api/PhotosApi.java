package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.Reading;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.Photo;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The photos of users, to read: the whole one and square copies of nine sizes, none larger than the photo. They lie in
 * the mailbox, so that who has none has no photo.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/profilephoto-get">get profilePhoto</a>
 */
final class PhotosApi {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})[xX]\\1");
    private final Tenant tenant;
    private final Readings readings;

    PhotosApi(Tenant tenant, Readings readings) {
        this.tenant = tenant;
        this.readings = readings;
    }

    /** Requests below {@code /users/{id}/photo} and {@code /users/{id}/photos}. */
    GraphResponse of(GraphRequest request) {
        Photo photo = photo(request.segment(1));
        if (!request.method().equals("GET")) {
            throw GraphException.methodNotAllowed();
        }
        if (request.segment(2).equals("photo")) {
            return whole(request, photo);
        }
        return request.depth() == 3 ? list(request, photo) : copy(request, photo);
    }

    /** microsoftgraph/microsoft-graph-docs, known issues: the refusal for a user without mailbox. */
    private Photo photo(String name) {
        User user = tenant.user(name).orElseThrow(() -> GraphException.invalidUser(name));
        if (!tenant.hasMailbox(user.id())) {
            throw GraphException.noMailbox("ErrorNonExistentMailbox", name);
        }
        return tenant.directory().photo(user.id());
    }

    private GraphResponse whole(GraphRequest request, Photo photo) {
        boolean value = PhotoAnswers.value(request, 3);
        if (photo == null && !value && readings.is(Reading.MISSING_PHOTO_METADATA, "1x1")) {
            return GraphResponse.ok(open(request, "photo/$entity").field("@odata.mediaContentType", "image/gif")
                    .field("@odata.mediaEtag", "")
                .field("id", "1x1").field("width", 1).field("height", 1).raw((byte) '}'));
        }
        PhotoAnswers.require(photo, readings);
        return value ? PhotoAnswers.file(photo.bytes(), photo.contentType())
                :
                        GraphResponse.ok(PhotoAnswers.metadata(open(request, "photo/$entity"), photo, photo.width(), photo.height())
                                .raw((byte) '}'));
    }

    private static GraphResponse list(GraphRequest request, Photo photo) {
        JsonBytes out = open(request, "photos").name("value").raw((byte) '[');
        if (photo != null) {
            photo.edges().forEach(
                    edge -> PhotoAnswers.metadata(out.separator().raw((byte) '{'), photo, edge, edge).raw((byte) '}'));
        }
        return GraphResponse.ok(out.ascii("]}"));
    }

    private GraphResponse copy(GraphRequest request, Photo photo) {
        boolean value = PhotoAnswers.value(request, 4);
        Matcher size = SIZE.matcher(request.segment(3));
        int edge = size.matches() ? Integer.parseInt(size.group(1)) : 0;
        PhotoAnswers.require(photo != null && photo.edges().contains(edge) ? photo : null, readings);
        return value ? PhotoAnswers.file(photo.copy(edge), "image/jpeg")
                :
                        GraphResponse.ok(PhotoAnswers.metadata(open(request, "photos/$entity"), photo, edge, edge).raw((byte) '}'));
    }

    private static JsonBytes open(GraphRequest request, String what) {
        return new JsonBytes(500).raw((byte) '{')
            .field("@odata.context", request.base() + "/$metadata#users('" + request.segment(1) + "')/" + what);
    }
}

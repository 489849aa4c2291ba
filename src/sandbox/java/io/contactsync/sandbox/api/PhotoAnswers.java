package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Photo;

/**
 * What the photos of users and of contacts have in common on the wire.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/profilephoto">profilePhoto resource type</a>
 */
final class PhotoAnswers {

    private PhotoAnswers() {
    }

    /** Whether the path goes on with {@code $value}, that is, asks for the file; it may not go on otherwise. */
    static boolean value(ServiceRequest request, int at) {
        boolean value = request.depth() == at + 1 && request.segment(at).equals("$value");
        request.endAt(value ? at + 1 : at);
        return value;
    }

    /** Code and words: github.com/Azure-Samples/ms-identity-dotnetcore-b2c-account-management, issue 23. */
    static void require(Photo photo, GraphReadings readings) {
        if (photo == null && readings.is(GraphReading.MISSING_PHOTO, "ErrorItemNotFound")) {
            throw GraphRefusal.noSuchItem();
        }
        if (photo == null) {
            throw new GraphRefusal(404, "ImageNotFound",
                    "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.");
        }
    }

    static JsonBytes metadata(JsonBytes out, Photo photo, int width, int height) {
        return out.field("@odata.mediaContentType", photo.contentType())
                .field("@odata.mediaEtag", "\"" + photo.tag() + "\"")
                .field("id", width + "x" + height).field("width", width).field("height", height);
    }

    static ServiceResponse file(byte[] bytes, String contentType) {
        return ServiceResponse.typed(200, contentType, bytes);
    }
}

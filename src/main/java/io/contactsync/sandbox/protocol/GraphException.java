package io.contactsync.sandbox.protocol;

/**
 * A refusal in Graph's words: HTTP status, code and message of the error envelope.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error responses</a>
 */
public final class GraphException extends RuntimeException {
    private final int status;
    private final String code;

    public GraphException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public static GraphException badRequest(String message) {
        return new GraphException(400, "BadRequest", message);
    }

    /** Graph's router answers 400, not 404, for a path it does not know. */
    public static GraphException unknownSegment(String segment) {
        return badRequest("Resource not found for the segment '" + segment + "'.");
    }

    /** The directory's answer for an id it does not hold. */
    public static GraphException noSuchObject(String id) {
        return new GraphException(404, "Request_ResourceNotFound",
            "Resource '" + id + "' does not exist or one of its queried reference-property objects are not present.");
    }

    public static GraphException unsupportedQuery(String message) {
        return new GraphException(400, "Request_UnsupportedQuery", message);
    }

    /** github.com/microsoftgraph/microsoft-graph-docs-contrib, issue 7400 and others: the message Exchange uses. */
    public static GraphException methodNotAllowed() {
        return new GraphException(405, "ErrorInvalidRequest", "The OData request is not supported.");
    }

    public static GraphException noSuchItem() {
        return new GraphException(404, "ErrorItemNotFound", "The specified object was not found in the store.");
    }

    /** Also the answer for a well-formed id of another mailbox. */
    public static GraphException malformedId() {
        return new GraphException(400, "ErrorInvalidIdMalformed", "Id is malformed.");
    }

    public static GraphException unreadableBody(String message) {
        return new GraphException(400, "RequestBodyRead", message);
    }
}

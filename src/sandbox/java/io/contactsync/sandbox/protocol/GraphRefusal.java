package io.contactsync.sandbox.protocol;

/**
 * A refusal in Graph's words: HTTP status, code and message of the error envelope.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error responses</a>
 */
public final class GraphRefusal extends RuntimeException {
    private final int status;
    private final String code;

    public GraphRefusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public static GraphRefusal badRequest(String message) {
        return new GraphRefusal(400, "BadRequest", message);
    }

    /** Exchange's refusal of a value, or of what a query does with a property. */
    public static GraphRefusal invalidProperty(String message) {
        return new GraphRefusal(400, "ErrorInvalidProperty", message);
    }

    /** Exchange's refusal of a query option. */
    public static GraphRefusal invalidUrlQuery(String message) {
        return new GraphRefusal(400, "ErrorInvalidUrlQuery", message);
    }

    public static GraphRefusal noSuchProperty(String name, String type) {
        return badRequest("Could not find a property named '" + name + "' on type '" + type + "'.");
    }

    /** Graph's router answers 400, not 404, for a path it does not know. */
    public static GraphRefusal unknownSegment(String segment) {
        return badRequest("Resource not found for the segment '" + segment + "'.");
    }

    /** The directory's answer for an id it does not hold. */
    public static GraphRefusal noSuchObject(String id) {
        return new GraphRefusal(404, "Request_ResourceNotFound",
            "Resource '" + id + "' does not exist or one of its queried reference-property objects are not present.");
    }

    public static GraphRefusal unsupportedQuery(String message) {
        return new GraphRefusal(400, "Request_UnsupportedQuery", message);
    }

    /** github.com/microsoftgraph/microsoft-graph-docs-contrib, issue 7400 and others: the message Exchange uses. */
    public static GraphRefusal methodNotAllowed() {
        return new GraphRefusal(405, "ErrorInvalidRequest", "The OData request is not supported.");
    }

    public static GraphRefusal noSuchItem() {
        return new GraphRefusal(404, "ErrorItemNotFound", "The specified object was not found in the store.");
    }

    /** Also the answer for a well-formed id of another mailbox. */
    public static GraphRefusal malformedId() {
        return new GraphRefusal(400, "ErrorInvalidIdMalformed", "Id is malformed.");
    }

    public static GraphRefusal invalidUser(String user) {
        return new GraphRefusal(404, "ErrorInvalidUser", "The requested user '" + user + "' is invalid.");
    }

    /**
     * The refusal for a user whose mailbox is not there, by one of the codes seen (corso's list of errors).
     *
     * @see <a href="https://learn.microsoft.com/answers/questions/1457213">question 1457213: mailboxes inactive,
     * soft-deleted or on-premises</a>
     * @see <a href="https://learn.microsoft.com/answers/questions/1055547">question 1055547: ErrorInvalidUser</a>
     */
    public static GraphRefusal noMailbox(String code, String user) {
        return switch (code) {
            case "ErrorInvalidUser" -> invalidUser(user);
            case "Request_ResourceNotFound" -> noSuchObject(user);
            case "ResourceNotFound" -> new GraphRefusal(404, code, "Resource could not be discovered.");
            case "ErrorNonExistentMailbox" ->
                new GraphRefusal(404, code, "The SMTP address has no mailbox associated with it.");
            case "MailboxNotSupportedForRESTAPI" ->
                new GraphRefusal(404, code, "REST API is not yet supported for this mailbox.");
            default ->
                new GraphRefusal(404, code, "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
        };
    }

    /** The directory's refusal of an application that lacks a permission. */
    public static GraphRefusal insufficientPrivileges() {
        return new GraphRefusal(403, "Authorization_RequestDenied",
                "Insufficient privileges to complete the operation.");
    }

    /** Of a property that only a single object has, where several are asked for. */
    public static GraphRefusal notSupportedYet() {
        return new GraphRefusal(501, "NotImplemented", "This operation target is not yet supported.");
    }

    /** Of Exchange, for something that went wrong inside, or is answered as if it had. */
    public static GraphRefusal internalError() {
        return new GraphRefusal(500, "ErrorInternalServerError",
                "An internal server error occurred. The operation failed.");
    }

    /** @param property as the refusal spells it, such as DisplayName */
    public static GraphRefusal requiredProperty(String code, String property) {
        return new GraphRefusal(400, code, "The property '" + property + "' is required when creating the entity.");
    }

    /** The refusal of Exchange, whether the application lacks a permission or somebody else's item is meant. */
    public static GraphRefusal accessDenied() {
        return new GraphRefusal(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
    }

    /** @param limit its name, such as MailboxConcurrency */
    public static GraphRefusal applicationThrottled(String limit) {
        return new GraphRefusal(429, "ApplicationThrottled", "Application is over its " + limit + " limit.");
    }

    public static GraphRefusal tokenExpired() {
        return invalidToken("Lifetime validation failed, the token is expired.");
    }

    public static GraphRefusal invalidToken(String message) {
        return new GraphRefusal(401, "InvalidAuthenticationToken", message);
    }

    /** The words are those of a lost race: github.com/mguessan/davmail, issue 491. */
    public static GraphRefusal conflict() {
        return new GraphRefusal(412, "ErrorIrresolvableConflict",
                "The send or update operation could not be performed because the "
                        + "change key passed in the request does not match the current change key for the item.");
    }

    /** A page token of the directory that is too old or none at all; text of microsoft-graph-docs, issue 7855. */
    public static GraphRefusal expiredPage() {
        return new GraphRefusal(400, "Directory_ExpiredPageToken",
                "The specified page token value has expired and can no longer be included in your request.");
    }

    /** A delta token that is too old: the code is that in github.com/alcionai/corso, the words are assumed. */
    public static GraphRefusal expiredDelta(int status) {
        return new GraphRefusal(status, "syncStateNotFound",
                "The sync state generation is not found; resync is required.");
    }

    public static GraphRefusal unknownProperty(String name, String type) {
        return unreadableBody("The property '" + name + "' does not exist on type '" + type + "'. "
                + "Make sure to only use property names that are defined by the type.");
    }

    public static GraphRefusal unreadableBody(String message) {
        return new GraphRefusal(400, "RequestBodyRead", message);
    }
}

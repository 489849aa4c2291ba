package io.contactsync.sandbox.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A refusal of Entra ID: OAuth's word for it, Microsoft's number and sentence.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">error codes</a>
 */
public final class OAuthException extends RuntimeException {
    private final int status;
    private final String error;
    private final int code;

    public OAuthException(int status, String error, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.error = error;
        this.code = code;
    }

    static OAuthException invalidClient(int code, String message) {
        return new OAuthException(401, "invalid_client", code, message);
    }

    static OAuthException invalidRequest(int code, String message) {
        return new OAuthException(400, "invalid_request", code, message);
    }

    static OAuthException missing(String parameter) {
        return invalidRequest(900144, "The request body must contain the following parameter: '" + parameter + "'.");
    }

    int status() {
        return status;
    }

    /** Error and description alone, as what is not Entra ID itself tells them. */
    Map<String, Object> inShort() {
        return Map.of("error", error, "error_description", getMessage());
    }

    /** @param now seconds since 1970 */
    public Map<String, Object> body(long now) {
        String time = Instant.ofEpochSecond(now).truncatedTo(ChronoUnit.SECONDS).toString().replace("T", " ");
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description",
                "AADSTS" + code + ": " + getMessage() + " Trace ID: " + trace + " Correlation ID: " + correlation
                        + " Timestamp: " + time);
        body.put("error_codes", List.of(code));
        body.put("timestamp", time);
        body.put("trace_id", trace);
        body.put("correlation_id", correlation);
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + code);
        return body;
    }
}

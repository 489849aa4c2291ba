package io.contactsync.sandbox.protocol;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders refusals as Graph does: {@code {"error":{code, message, innerError:{date, request-id, client-request-id}}}}, the date without a zone.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error responses</a>
 */
public final class GraphErrors {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final Pattern IDS = Pattern.compile("\"request-id\":\"[^\"]*\",\"client-request-id\":\"[^\"]*\"}}}$");
    private static final Logger LOG = LoggerFactory.getLogger(GraphErrors.class);

    private GraphErrors() {
    }

    public static GraphResponse response(GraphException refusal) {
        return response(refusal.status(), refusal.code(), refusal.getMessage());
    }

    /** A defect of the sandbox itself: logged, and answered as the service answers its own. */
    public static GraphResponse defect(RuntimeException e) {
        LOG.error("the sandbox failed to answer", e);
        return response(500, "ErrorInternalServerError", "An internal server error occurred. The operation failed.");
    }

    public static GraphResponse response(int status, String code, String message) {
        return GraphResponse.of(status, Map.of("Content-Type", "application/json"), envelope(code, message));
    }

    /**
     * The refusal of the Outlook service for a mailbox, or Graph's own for the whole app. Retry-After is in seconds.
     *
     * @see <a href="https://learn.microsoft.com/graph/throttling">Microsoft Graph throttling guidance</a>
     */
    public static GraphResponse throttled(boolean mailbox, long retryAfterSeconds) {
        GraphResponse refusal = mailbox ? response(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.")
            : response(429, "TooManyRequests", "Please retry again later.");
        return refusal.with("Retry-After", Long.toString(retryAfterSeconds));
    }

    /** The refusal with the two ids its answer's headers have; any other answer as it is. */
    public static GraphResponse identified(GraphResponse answer, String requestId, String clientRequestId) {
        if (answer.status() < 400 || answer.body() == null) {
            return answer;
        }
        String ids = "\"request-id\":" + quoted(requestId) + ",\"client-request-id\":" + quoted(clientRequestId) + "}}}";
        String body = IDS.matcher(new String(answer.body(), StandardCharsets.UTF_8)).replaceFirst(Matcher.quoteReplacement(ids));
        return answer.with(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return new JsonBytes(50).string(text).toString();
    }

    private static byte[] envelope(String code, String message) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("date", DATE.format(LocalDateTime.now(ZoneOffset.UTC)));
        inner.put("request-id", id);
        inner.put("client-request-id", id);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("innerError", inner);
        return new JsonBytes(300).value(Map.of("error", error)).toBytes();
    }
}

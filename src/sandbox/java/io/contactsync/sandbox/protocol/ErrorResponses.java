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
 * Renders refusals as Graph does: {@code {"error":{code, message, innerError:{date, request-id, client-request-id}}}},
 * the date without a zone.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error responses</a>
 */
public final class ErrorResponses {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final Pattern IDS = Pattern.compile("\"request-id\":\"[^\"]*\",\"client-request-id\":\"[^\"]*\"");
    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

    private ErrorResponses() {
    }

    public static ServiceResponse response(GraphRefusal refusal) {
        return response(refusal.status(), refusal.code(), refusal.getMessage());
    }

    /** A defect of the sandbox itself: logged, and answered as the service answers its own. */
    public static ServiceResponse defect(RuntimeException e) {
        LOG.error("the sandbox failed to answer", e);
        return response(GraphRefusal.internalError());
    }

    public static ServiceResponse response(int status, String code, String message) {
        return ServiceResponse.typed(status, ServiceResponse.PLAIN_JSON, envelope(code, message, innerError()));
    }

    /**
     * The refusal of the Outlook service.
     *
     * @param limit             name of the limit, such as MailboxConcurrency (cal.com, issue 343)
     * @param retryAfterSeconds when to come again
     */
    public static ServiceResponse applicationThrottled(String limit, long retryAfterSeconds) {
        return response(GraphRefusal.applicationThrottled(limit)).withRetryAfter(retryAfterSeconds);
    }

    /** The refusal with the two ids its answer's headers have; any other answer as it is. */
    public static ServiceResponse identified(ServiceResponse answer, String requestId, String clientRequestId) {
        String body =
                answer.status() < 400 || answer.body() == null ? "" : new String(answer.body(), StandardCharsets.UTF_8);
        if (!body.startsWith("{\"error\":")) {
            return answer;
        }
        String ids = "\"request-id\":" + quoted(requestId) + ",\"client-request-id\":" + quoted(clientRequestId);
        return answer
                .with(IDS.matcher(body).replaceFirst(Matcher.quoteReplacement(ids)).getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return new JsonBytes(50).string(text).toString();
    }

    /**
     * The refusal of the directory and of Graph's own gateway. Retry-After is in seconds.
     *
     * @see <a href="https://learn.microsoft.com/graph/throttling">Microsoft Graph throttling guidance: sample
     * response</a>
     */
    public static ServiceResponse tooManyRequests(long retryAfterSeconds) {
        Map<String, Object> inner = innerError();
        inner.put("code", "429");
        inner.put("message", "Please retry after");
        inner.put("status", "429");
        byte[] body = envelope("TooManyRequests", "Please retry again later.", inner);
        return ServiceResponse.typed(429, ServiceResponse.PLAIN_JSON, body).withRetryAfter(retryAfterSeconds);
    }

    private static byte[] envelope(String code, String message, Map<String, Object> inner) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("innerError", inner);
        return new JsonBytes(300).value(Map.of("error", error)).toBytes();
    }

    private static Map<String, Object> innerError() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("date", DATE.format(LocalDateTime.now(ZoneOffset.UTC)));
        inner.put("request-id", id);
        inner.put("client-request-id", id);
        return inner;
    }
}

package io.contactsync.sandbox.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.sandbox.protocol.ErrorResponses;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers in place of the right one. */
final class RefusalFaults {
    private static final String[] GONE =
            {"MailboxNotEnabledForRESTAPI", "MailboxNotSupportedForRESTAPI", "ErrorInvalidUser", "ResourceNotFound",
        "Request_ResourceNotFound", "ErrorNonExistentMailbox"};

    private RefusalFaults() {
    }

    /** Any status, with Graph's code and message for it unless others are given; {@code body} replaces both. */
    static FaultKind.Maker refuse(PlanNode keys) {
        int status = keys.status(503, 300);
        String code = keys.text("code", StatusRefusals.code(status));
        String message = keys.text("message", StatusRefusals.message(status));
        String body = keys.text("body", null);
        Supplier<String> retryAfter = retryAfter(keys);
        Applied applied = Applied.read(keys);
        return occasion -> {
            ServiceResponse answer =
                    body == null ? ErrorResponses.response(status, code, message) : withBody(status, body);
            String wait = retryAfter.get();
            return applied.to(Effect.instead(wait == null ? answer : answer.with(ServiceResponse.RETRY_AFTER, wait)));
        };
    }

    /** A mailbox that is not there, by one of the codes seen. */
    static FaultKind.Maker gone(PlanNode keys) {
        String code = keys.choice("code", GONE[0], GONE);
        return occasion ->
                Effect.instead(ErrorResponses.response(GraphRefusal.noMailbox(code, occasion.request().mailbox())));
    }

    /** The code stands in the list of Exchange's error codes; its status is a reading. */
    static Effect moving(Occasion occasion) {
        return Effect.instead(ErrorResponses.response(status(occasion, GraphReading.MOVING_MAILBOX),
                "ErrorMailboxMoveInProgress", "The mailbox is being moved to a different mailbox store or server."));
    }

    /** Refuses creates only: deletes make room. The code was seen by corso; its status is a reading. */
    static Effect full(Occasion occasion) {
        return Effect.instead(ErrorResponses.response(status(occasion, GraphReading.FULL_MAILBOX),
                StatusRefusals.code(507), StatusRefusals.message(507)));
    }

    static FaultKind.Maker redirect(PlanNode keys) {
        int status = keys.status(307, 300);
        String to = keys.required("to", "an address such as http://127.0.0.2:9");
        return occasion -> Effect.instead(ServiceResponse.of(status, Map.of(ServiceResponse.LOCATION, to), null));
    }

    static Effect expiredPage(Occasion occasion) {
        return Effect.instead(ErrorResponses.response(GraphRefusal.expiredPage()));
    }

    /** With {@code location: yes} the answer names the address of a fresh round. */
    static FaultKind.Maker expiredDelta(PlanNode keys) {
        boolean location = keys.choice("location", "no", "yes", "no").equals("yes");
        return occasion -> {
            int status = occasion.mailbox() == null ? 410 : status(occasion, GraphReading.EXPIRED_DELTA_TOKEN);
            ServiceResponse answer = ErrorResponses.response(GraphRefusal.expiredDelta(status));
            String fresh =
                    occasion.request().base() + occasion.request().target().replaceFirst("\\?.*", "?\\$deltatoken=");
            return Effect.instead(location ? answer.with(ServiceResponse.LOCATION, fresh) : answer);
        };
    }

    /**
     * The contact is made without what is named, and yet refused; seen with open extensions (msgraph-sdk-ruby, issue
     * 38).
     */
    static FaultKind.Maker halfCreated(PlanNode keys) {
        List<String> without = List.of(keys.text("without", "extensions").trim().split("\\s*,\\s*"));
        return occasion ->
                Effect.instead(ErrorResponses.response(503, "ConcurrentItemSave",
                        "The item was changed by another save at the same time."))
                        .withApplied(true, null).withBefore(request -> without(request, without));
    }

    private static ServiceRequest without(ServiceRequest request, List<String> names) {
        ObjectNode body = JsonBodies.object(request.bytes());
        return body == null ? request : request.withBody(JsonBodies.bytes(body.without(names)));
    }

    private static int status(Occasion occasion, GraphReading reading) {
        return Integer.parseInt(occasion.around().readings().of(reading));
    }

    private static ServiceResponse withBody(int status, String body) {
        String type = body.startsWith("{") ? ServiceResponse.PLAIN_JSON : "text/html";
        return body.isEmpty() ? ServiceResponse.of(status, Map.of(), null)
                : ServiceResponse.typed(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sent as it stands; only {@code date+30} and {@code date-30} become an HTTP date so many seconds from the answer.
     */
    private static Supplier<String> retryAfter(PlanNode keys) {
        String text = keys.line("retry-after", null);
        if (text == null || !text.matches("date[+-]\\d{1,9}")) {
            return () -> text;
        }
        long seconds = Long.parseLong(text.substring(4));
        return () -> DateTimeFormatter.RFC_1123_DATE_TIME
                .format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds));
    }
}

package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whom an answer with Retry-After tells to wait: its mailbox, or the directory; for a batch as a whole the mailboxes in
 * it; for a request of a batch what it is about alone; everything if the answer's throttle scope names the tenant or
 * the application.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling">Microsoft Graph throttling guidance</a>
 */
final class WaitTold {

    private WaitTold() {
    }

    /** @param mailbox the id of the mailbox a request concerns, or null */
    static Set<String> services(Arrival arrival, ServiceResponse answer, Function<ServiceRequest, String> mailbox) {
        if (nanos(answer) == 0) {
            return Set.of();
        }
        String scope = answer.headers().getOrDefault("x-ms-throttle-scope", "");
        if (scope.startsWith("Tenant") || scope.startsWith("Application")) {
            return Set.of(ExchangeWatch.APP);
        }
        if (arrival.outer() != null) {
            return Set.of(ExchangeWatch.item(arrival.mailbox(), arrival.method(), arrival.target(), arrival.body()));
        }
        return arrival.isBatch() ? inside(arrival, mailbox) : Set.of(ExchangeWatch.service(arrival.mailbox()));
    }

    /** Retry-After of a 429 or 503, in nanoseconds; 0 if none is given in whole seconds. */
    static long nanos(ServiceResponse answer) {
        boolean refused = answer.status() == 429 || answer.status() == 503;
        String seconds = refused ? answer.headers().getOrDefault(ServiceResponse.RETRY_AFTER, "") : "";
        return seconds.matches("\\d{1,6}") ? Long.parseLong(seconds) * 1_000_000_000L : 0;
    }

    private static Set<String> inside(Arrival batch, Function<ServiceRequest, String> mailbox) {
        try {
            ServiceRequest whole =
                    new ServiceRequest("POST", batch.target(), batch.headers(), batch.body(), false, null);
            return BatchParser.parse(whole).stream().map(each -> ExchangeWatch.service(mailbox.apply(each.request())))
                    .collect(Collectors.toSet());
        } catch (GraphRefusal unreadable) {
            return Set.of();
        }
    }
}

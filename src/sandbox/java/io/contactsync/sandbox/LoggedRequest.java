package io.contactsync.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.service.Arrival;
import io.contactsync.sandbox.service.Exchange;

/**
 * One line of the request log: a single request, a batch, or a request inside a batch.
 *
 * @param number          place among all requests, by arrival, from 1
 * @param batch           number of the batch it came in, null if it came by itself
 * @param in              arrival in nanoseconds since the sandbox started; inside a batch, when the service began
 *                        with it
 * @param out             when the answer left; inside a batch, when it was ready
 * @param target          path behind the version, and query, as sent
 * @param mailbox         id of the mailbox concerned, or null
 * @param mailboxInFlight requests under way for the same mailbox at its arrival, itself not counted
 * @param appInFlight     requests under way altogether at its arrival
 * @param clientRequestId what the client calls it, or null
 * @param retryAfter      as in the answer, or null
 * @param fault           whether a fault on request made the answer
 * @param answered        false if the connection broke, or the answer was left out of the batch's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoggedRequest(long number, Long batch, long in, long out, String method, String target, int status,
        String mailbox, int mailboxInFlight, int appInFlight, String clientRequestId, String retryAfter, boolean fault,
        boolean answered, int bytesIn, int bytesOut) {

    static LoggedRequest of(Exchange exchange) {
        Arrival arrival = exchange.arrival();
        ServiceResponse response = exchange.response();
        return new LoggedRequest(arrival.number(), arrival.outer() == null ? null : arrival.outer().number(),
                arrival.at(), exchange.answered(), arrival.method(), arrival.target(), response.status(),
                arrival.mailbox(), arrival.standing().mailboxInFlight(), arrival.standing().appInFlight(),
                arrival.headers().get("client-request-id"), response.headers().get(ServiceResponse.RETRY_AFTER),
                response.fault(), response.delivery() == ServiceResponse.Delivery.ANSWER, arrival.body().length,
                response.body() == null ? 0 : response.body().length);
    }

    /** Whether it asks for a change, batches aside. */
    public boolean writes() {
        return !method.equals("GET") && !target.equals("/$batch");
    }
}

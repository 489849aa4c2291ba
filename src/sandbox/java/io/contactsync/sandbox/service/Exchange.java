package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.ServiceResponse;

/**
 * One request with its answer, as both went over the wire: a single request, a batch, or a request inside a batch.
 *
 * @param answered nanoseconds since the sandbox started
 */
public record Exchange(Arrival arrival, ServiceResponse response, long answered) {
}

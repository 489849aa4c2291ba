package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.ServiceRequest;
import java.util.List;

/**
 * One request of a batch as it stands in the envelope.
 *
 * @param dependsOn ids of the requests that must have succeeded before
 */
record BatchRequest(String id, ServiceRequest request, List<String> dependsOn) {
}

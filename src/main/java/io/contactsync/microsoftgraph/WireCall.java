package io.contactsync.microsoftgraph;

import java.util.Map;

import org.apache.hc.core5.http.HttpHost;

/**
 * One HTTP call as it goes over the wire.
 *
 * @param what          the call as it may be logged
 * @param path          path and query, sent byte for byte
 * @param body          null if there is none
 * @param length        how many bytes of body count
 * @param timeoutMillis longest time from the first byte sent to the end of the answer's headers, and again for its body
 * @param last          asked when the connection stands, before the first byte; what it throws keeps the call back
 */
record WireCall(String what, HttpHost target, String method, String path, Map<String, String> headers, byte[] body,
        int length, String contentType, long timeoutMillis, String clientRequestId, Runnable last) {

    @Override
    public String toString() {
        return what; // headers hold the token
    }
}

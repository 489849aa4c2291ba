package io.contactsync.sandbox.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes points in time as Graph does, {@code 2018-06-11T19:56:07Z}; the last one is remembered, as neighbours mostly
 * share it.
 */
public final class Timestamps {
    private long second = Long.MIN_VALUE;
    private byte[] text = {};

    public byte[] of(long secondsSince1970) {
        if (secondsSince1970 != second) {
            second = secondsSince1970;
            text = Instant.ofEpochSecond(secondsSince1970).toString().getBytes(StandardCharsets.US_ASCII);
        }
        return text;
    }
}

package io.contactsync.cluster;

import java.time.Instant;

/**
 * Who had the turn last.
 *
 * @param history the id of the folder that the nodes share, made with its first turn
 * @param token the number of the turn, or of its end; it only grows
 * @param node its name; empty before the first
 * @param taken since when
 * @param ends until when at the longest, if it is not taken again, by the database's clock
 * @param isLive whether that is still to come
 */
public record Holder(String history, long token, String node, Instant taken, Instant ends, boolean isLive) {
}

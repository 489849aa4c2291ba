package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where a client stands in a delta query; what it gets is opaque.
 *
 * @param generation of the mailbox's tokens
 * @param scope      what is tracked: a number made of the folder's id
 * @param since      number of the last change the client knows of, -1 if it knows nothing
 * @param until      number of the last change when the round began
 * @param removals   removals shown in this round
 * @param after      number of the last item shown in this round
 * @param round      the how manieth round it is, so that the link of each is new
 * @param select     the initial selection, or empty
 */
record MailboxDeltaToken(int generation, int scope, int since, int until, int removals, int after, int round,
        String select) {
    static final int NOTHING = -1;
    private static final String VERSION = "contacts-1";

    /** @param selected the initial selection, or null for none */
    static MailboxDeltaToken first(int generation, String scope, int until, Set<String> selected) {
        return new MailboxDeltaToken(generation, scope.hashCode(), NOTHING, until, 0, 0, 1,
                selected == null ? "" : String.join(",", selected));
    }

    /** The initial selection, or null for none. */
    Set<String> selected() {
        return select.isEmpty() ? null : new LinkedHashSet<>(Arrays.asList(select.split(",")));
    }

    boolean initial() {
        return since == NOTHING;
    }

    /** The place behind those shown. */
    MailboxDeltaToken moved(int shownRemovals, int lastShown) {
        return new MailboxDeltaToken(generation, scope, since, until, removals + shownRemovals, lastShown, round,
                select);
    }

    /** The place from which the next round begins: changes that came while the client paged belong to it. */
    MailboxDeltaToken next() {
        return new MailboxDeltaToken(generation, scope, until, until, 0, 0, round + 1, select);
    }

    MailboxDeltaToken begun(int lastChange) {
        return new MailboxDeltaToken(generation, scope, since, lastChange, 0, 0, round, select);
    }

    String text() {
        return OpaqueToken.of(VERSION, generation, scope, since, until, removals, after, round, select);
    }

    /**
     * Reads a token.
     *
     * @throws GraphRefusal if it has expired or is that of another folder
     */
    static MailboxDeltaToken parse(String text, int generation, String scope, GraphReadings readings) {
        MailboxDeltaToken token = parse(text);
        if (token == null || token.scope != scope.hashCode()) {
            throw new GraphRefusal(400, "SyncStateInvalid", "The sync state generation is invalid.");
        }
        if (token.generation != generation) {
            throw GraphRefusal.expiredDelta(Integer.parseInt(readings.of(GraphReading.EXPIRED_DELTA_TOKEN)));
        }
        return token;
    }

    private static MailboxDeltaToken parse(String text) {
        try {
            String[] parts = OpaqueToken.parts(text, 9);
            return parts == null || !parts[0].equals(VERSION) ? null
                    : new MailboxDeltaToken(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]),
                            Integer.parseInt(parts[3]), Integer.parseInt(parts[4]), Integer.parseInt(parts[5]),
                            Integer.parseInt(parts[6]), Integer.parseInt(parts[7]), parts[8]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

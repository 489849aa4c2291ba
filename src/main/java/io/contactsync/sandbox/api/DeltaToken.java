package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.Reading;
import io.contactsync.sandbox.protocol.Readings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

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
record DeltaToken(int generation, int scope, int since, int until, int removals, int after, int round, String select) {
    static final int NOTHING = -1;
    private static final String VERSION = "contacts-1";

    static DeltaToken first(int generation, String scope, int until, String select) {
        return new DeltaToken(generation, scope.hashCode(), NOTHING, until, 0, 0, 1, select);
    }

    boolean initial() {
        return since == NOTHING;
    }

    /** The place behind those shown. */
    DeltaToken moved(int shownRemovals, int lastShown) {
        return new DeltaToken(generation, scope, since, until, removals + shownRemovals, lastShown, round, select);
    }

    /** The place from which the next round begins: changes that came while the client paged belong to it. */
    DeltaToken next() {
        return new DeltaToken(generation, scope, until, until, 0, 0, round + 1, select);
    }

    DeltaToken begun(int lastChange) {
        return new DeltaToken(generation, scope, since, lastChange, 0, 0, round, select);
    }

    String text() {
        String text = String.join("|", VERSION, "" + generation, "" + scope, "" + since, "" + until, "" + removals, "" + after, "" + round, select);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a token.
     *
     * @throws GraphException if it has expired (github.com/alcionai/corso: the code; status 410 or 400) or is that of another folder
     */
    static DeltaToken parse(String text, int generation, String scope, Readings readings) {
        DeltaToken token = parse(text);
        if (token == null || token.scope != scope.hashCode()) {
            throw new GraphException(400, "SyncStateInvalid", "The sync state generation is invalid.");
        }
        if (token.generation != generation) {
            throw new GraphException(readings.is(Reading.EXPIRED_DELTA_TOKEN, "410") ? 410 : 400, "syncStateNotFound",
                "The sync state generation is not found; resync is required.");
        }
        return token;
    }

    private static DeltaToken parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 9);
            return parts.length != 9 || !parts[0].equals(VERSION) ? null : new DeltaToken(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]), Integer.parseInt(parts[4]), Integer.parseInt(parts[5]), Integer.parseInt(parts[6]), Integer.parseInt(parts[7]),
                parts[8]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

package io.contactsync.core;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a mailbox's dispatch does next: {@code (state, event, now) -> (state, commands)}. It asks for one thing at a
 * time.
 *
 * @param state the dispatch afterwards
 * @param outcomes to be recorded now, before anything else happens
 * @param send the batch to send; null if none
 * @param look what to look at once more; null if nothing
 * @param waitUntil when to come back; null if there is no need to wait
 */
public record Step(Dispatch state, List<Outcome> outcomes, Batch send, Look look, Instant waitUntil) {

    /** Sends, waits, lists or ends. */
    Step(Dispatch state, List<Outcome> outcomes, Batch send, Instant waitUntil) {
        this(state, outcomes, send, null, waitUntil);
    }

    /** That is done instead; what was to be recorded now is recorded all the same. */
    public Step instead(Step other) {
        List<Outcome> all = Stream.concat(outcomes.stream(), other.outcomes.stream()).toList();
        return new Step(other.state, all, other.send, other.look, other.waitUntil);
    }

    /** Whether what leaves now is the repetition of an earlier call. */
    public boolean isRepeated() {
        return (isSending() || isLooking()) && state.flying().stream().anyMatch(Pending::repeats);
    }

    /** Whether there is a batch to send. */
    public boolean isSending() {
        return send != null;
    }

    /** Whether contacts are to be looked at once more. */
    public boolean isLooking() {
        return look != null;
    }

    /** Whether the mailbox is to be listed once more. */
    public boolean isListing() {
        return state.headway().asked() == Dispatch.Asked.LIST;
    }

    /** The watch over a mailbox that contacts of ours are taken out of. */
    public Emptying emptying() {
        return state.headway().emptying();
    }

    /** Whether something is left to do. */
    public boolean isRunning() {
        return send != null || look != null || waitUntil != null || isListing();
    }
}

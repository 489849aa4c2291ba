package io.contactsync.run.explain;

import java.util.List;

/**
 * All that is known of one mailbox.
 *
 * @param mailbox object id of its owner
 * @param owner what people call the owner
 * @param target whether it is a target; null if nobody knows
 * @param run the latest run; null if there was none
 * @param runs what each run came to there, the oldest first
 * @param failure why it could not be read just now; empty if it could, null if nobody looked
 * @param unproven contacts under our category without a key, which are somebody's own
 * @param pairs everybody who is wanted there, with what is known of them there
 */
public record BoxFacts(String mailbox, String owner, Boolean target, LatestRun run, List<Box> runs, String failure,
        int unproven, List<PairFacts> pairs) {

    public BoxFacts {
        runs = List.copyOf(runs);
        pairs = List.copyOf(pairs);
    }
}

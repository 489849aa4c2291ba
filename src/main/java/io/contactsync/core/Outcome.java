package io.contactsync.core;

/**
 * What became of one change, as the journal records it.
 *
 * @param change which
 * @param kind what
 * @param reason Graph's status and code, or ours; empty where there is nothing to add
 * @param contactId Graph's id of the contact, where known
 * @param changeKey Graph's version of the contact after a change that was applied; null where it is not known
 */
public record Outcome(Change change, Kind kind, String reason, String contactId, String changeKey) {

    /** One after which no version is known. */
    public Outcome(Change change, Kind kind, String reason, String contactId) {
        this(change, kind, reason, contactId, null);
    }

    /** What became of it. */
    public enum Kind {
        /** Graph did it. */
        APPLIED,
        /** Graph will not do it: a later run plans afresh. */
        REJECTED,
        /** It will be tried again in this run. */
        RETRY_LATER,
        /** A create that may have been done: no create of that key until it has settled. */
        UNKNOWN,
        /** Not sent, and nothing is wrong with that: what was planned does not fit what is there by now. */
        SPARED,
        /** GuardedSources up for this run, and harmless to repeat: the next run plans afresh. */
        DEFERRED,
        /** Not sent, or not sent again: there is no open intent that this would end. The next run plans afresh. */
        LEFT;

        private final String word = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

        /** The word in the journal and in metrics. */
        public String word() {
            return word;
        }

        /** Whether it ends an intent: what was never sent, or is not sent again, has none that is open. */
        public boolean isSent() {
            return this != SPARED && this != LEFT;
        }
    }
}

package io.contactsync.core;

import java.util.Set;

/**
 * Whose a contact of a former tool is.
 *
 * @param candidate the contact
 * @param kind how sure that is
 * @param by by what; null for one that is unmatched or ambiguous
 * @param with whose it is, or may be; empty if it is nobody's that the mailbox should hold
 */
public record CandidateMatch(Candidate candidate, Kind kind, MatchedBy by, Set<ContactKey> with) {

    /** How sure it is. */
    public enum Kind {
        /** It is theirs, and nothing of theirs stands there yet: it can become ours. */
        CERTAIN,
        /** It is theirs, and another contact stands there for them, or will. */
        DOUBLE,
        /** It may be theirs; what speaks for it is not theirs alone, or something speaks against it. */
        AMBIGUOUS,
        /** It is nobody's that the mailbox should hold. */
        UNMATCHED
    }

    public CandidateMatch {
        with = Set.copyOf(with);
    }

    /** Whose it is; only of one that is certain or a double. */
    public ContactKey key() {
        return with.iterator().next();
    }
}

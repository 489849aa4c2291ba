package io.contactsync.run;

import java.util.List;

import io.contactsync.core.CandidateMatch;
import io.contactsync.core.MatchedBy;
import io.contactsync.core.Reach;

/**
 * A contact of a former tool as people see it: equal ones of several mailboxes are one.
 *
 * @param kind how sure it is whose it is
 * @param by by what; null if that is not sure
 * @param content its content's fingerprint
 * @param name its display name; empty if it has none
 * @param detail an address or a number that it has; empty if it has none
 * @param with names of those whose it is, or may be
 * @param filed whether it lies in a folder that phones do not show
 * @param reach in which mailboxes
 */
public record FormerContact(CandidateMatch.Kind kind, MatchedBy by, String content, String name, String detail,
        List<String> with, boolean filed, Reach reach) {

    public FormerContact {
        with = List.copyOf(with);
    }

    /** It may stand on screens and in reports, but in no log. */
    @Override
    public String toString() {
        return "FormerContact[" + kind + ", mailboxes=" + reach.size() + "]";
    }
}

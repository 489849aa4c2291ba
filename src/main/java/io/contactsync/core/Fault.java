package io.contactsync.core;

/**
 * Whose fault it is that a mailbox did not come out as desired: what decides whether it counts towards its rest.
 *
 * <pre>
 *  what happened                                                      | fault
 * --------------------------------------------------------------------+---------
 *  done, held, or at least one change of it was applied               | NONE
 *  it cannot be read, or nothing of its plan was applied              | OWN
 *  the same with 403: it refuses this application                     | DENIED
 *  no token, no journal, stopped, told to wait, full, settling         | ELSEWHERE
 * </pre>
 */
public enum Fault {
    /** Nobody's: the mailbox works. */
    NONE,
    /** The mailbox's own. */
    OWN,
    /** The mailbox's own, or the configuration's if it befalls many. */
    DENIED,
    /** The run's, Graph's or the configuration's. */
    ELSEWHERE;

    /** The fault of a mailbox that was read and written, and not all of it was done. */
    public static Fault of(Dispatch end) {
        if (end.tally().applied() > 0) {
            return NONE;
        }
        Headway.Closed closed = end.headway().closed();
        return closed != null ? closed.fault() : end.headway().full() ? ELSEWHERE : OWN;
    }

    /** The fault of a mailbox that answers so instead of taking a change. */
    static Fault of(Answer answer) {
        return answer.status() == 403 ? DENIED : OWN;
    }
}

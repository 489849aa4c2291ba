package io.contactsync.core;

import java.util.Set;

/**
 * When a contact is to blame for a refusal, and when it is skipped in all mailboxes.
 *
 * <p>A refusal in one mailbox may be that mailbox's. So a contact is set aside only when {@value #MAILBOXES} mailboxes
 * have refused it alone, and none has taken it; in a smaller tenant, when all have. One that takes it later frees it.
 * If many contacts are refused at once, no contact is to blame, and none is set aside.
 */
public final class SetAside {

    /** Mailboxes that must agree. */
    public static final int MAILBOXES = 3;
    /** So many contacts may be to blame at once, whatever share they are. */
    static final int FEW = 10;
    /** So large a share of all contacts, in %, may be to blame. */
    static final int FEW_PERCENT = 3;

    /** What Exchange calls an item that it cannot process, with status 500. */
    static final String CORRUPT = "ErrorCorruptData";
    private static final Set<String> CONTENT = Set.of("400", "413", "415", "422");
    /** Of a 400: they speak of the address of the request, not of what it holds. */
    private static final Set<String> ADDRESS = Set.of("ErrorInvalidIdMalformed", "ErrorInvalidId");

    private SetAside() {
    }

    /**
     * Whether Graph refused what a contact holds. A create that it calls corrupt with status 500 is refused and in
     * doubt at once.
     */
    public static boolean isOf(Outcome outcome) {
        boolean ended = outcome.kind() == Outcome.Kind.REJECTED || outcome.kind() == Outcome.Kind.UNKNOWN;
        if (!ended || outcome.change().action() == Action.DELETE) {
            return false;
        }
        int space = outcome.reason().indexOf(' ');
        String status = space < 0 ? outcome.reason() : outcome.reason().substring(0, space);
        String code = space < 0 ? "" : outcome.reason().substring(space + 1);
        return code.equals(CORRUPT) || CONTENT.contains(status) && !ADDRESS.contains(code);
    }

    /**
     * Whether a contact is set aside.
     *
     * @param refusing mailboxes that have refused it
     * @param taking mailboxes that have taken it
     * @param mailboxes all of the run
     */
    public static boolean isAgreed(int refusing, int taking, int mailboxes) {
        return taking == 0 && refusing > 0 && refusing >= Math.min(MAILBOXES, mailboxes);
    }

    /** Whether so few contacts of those desired are refused that each may be to blame by itself. */
    public static boolean isFew(int refused, int desired) {
        return refused <= Math.max(FEW, (long) desired * FEW_PERCENT / 100) && refused < Math.max(2, desired);
    }
}

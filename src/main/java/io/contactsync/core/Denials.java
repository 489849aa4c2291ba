package io.contactsync.core;

import java.util.Locale;

/** When so many mailboxes refuse this application (403) that it is the configuration, and not the mailboxes. */
public final class Denials {

    /** So few may refuse, whatever share they are. */
    static final int FEW = 5;
    /** So large a share, in %, of those that answered may refuse. */
    static final int PERCENT = 20;
    /** As long as fewer have answered, their share says nothing. */
    static final int ANSWERED = 20;

    private Denials() {
    }

    /**
     * Whether too many refuse.
     *
     * @param denied mailboxes that refused
     * @param answered mailboxes that were asked, those included
     * @param mailboxes all of the run
     */
    public static boolean isTooMany(int denied, int answered, int mailboxes) {
        return denied >= FEW && answered >= Math.min(ANSWERED, mailboxes) && denied * 100L > (long) answered * PERCENT;
    }

    /** What was found, what is allowed, and what to look at. */
    public static String sentence(int denied, int answered) {
        return String.format(Locale.ROOT, "%,d of the %,d mailboxes asked so far refused this application with 403 "
                + "(%d %%, allowed %d %%): that is the configuration, so nothing more is sent; check the permission "
                + "Contacts.ReadWrite and the scope of the RBAC role (contact-sync check), or take those mailboxes out "
                + "of the targets", denied, answered, denied * 100L / answered, PERCENT);
    }
}

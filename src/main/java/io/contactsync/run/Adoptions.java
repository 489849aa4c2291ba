package io.contactsync.run;

import io.contactsync.contact.FormerContacts;

/**
 * The steps of a mailbox in which contacts of a former tool become ours: the bean behind {@code plan-mailbox} and
 * {@code read-former-contacts}, where a run has that order.
 */
public final class Adoptions {

    /** Whether that is what the run is to do. */
    public boolean isAdopting(MailboxPlan planned) {
        return planned.turn().brief().planning() instanceof AdoptPlanning;
    }

    /** The search in a mailbox, before it begins. */
    public FormerContacts search(MailboxPlan planned) {
        return planning(planned).search(planned.turn());
    }

    /** The tool's contacts were found: what becomes of them. */
    public MailboxPlan plan(MailboxPlan planned, FormerContacts found) {
        return planned.with(planning(planned).plan(planned, found)
                .only(change -> planned.turn().brief().order().scope().hasKey(change.key())));
    }

    private static AdoptPlanning planning(MailboxPlan planned) {
        return (AdoptPlanning) planned.turn().brief().planning();
    }
}

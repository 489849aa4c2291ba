package io.contactsync.run;

import io.contactsync.contact.FormerMarks;
import io.contactsync.core.FormerRest;

/**
 * The contacts of a former tool are to become ours, as far as it is certain whose they are.
 *
 * @param marks by what they are told
 * @param rest what becomes of the others
 * @param isListing whether they are only listed: nothing is planned
 * @param scope the mailboxes that are looked into; of contacts it limits nothing, for theirs have no key yet
 */
public record AdoptOrder(FormerMarks marks, FormerRest rest, boolean isListing, Scope scope) implements Order {

    @Override
    public String word() {
        return "adopt";
    }

    @Override
    public boolean isOfSources() {
        return true;
    }

    /** All of it is shown before, and its question asked. */
    @Override
    public boolean isApproved() {
        return true;
    }

    @Override
    public Planning planning(Run run) {
        return new AdoptPlanning(this, run);
    }
}

package io.contactsync.run;

/**
 * Takes back what a run did: its creates go, what it changed and deleted is as it was before, as far as nobody has
 * touched it since.
 *
 * @param run id of the run that is undone
 * @param was what that run was asked to do; empty if it is not known
 * @param scope the mailboxes that it wrote to, and whom it is limited to
 */
public record UndoOrder(String run, String was, Scope scope) implements Order {

    public UndoOrder {
        was = was == null ? "" : was;
    }

    @Override
    public String word() {
        return "undo";
    }

    /** Also mailboxes that have left the targets since. */
    @Override
    public Listing listing() {
        return Listing.KNOWN;
    }

    @Override
    public boolean isOfSources() {
        return false;
    }

    /** Its plan is shown with all that a guard would hold, and asked for with one question. */
    @Override
    public boolean isApproved() {
        return true;
    }

    @Override
    public Planning planning(Run undoing) {
        return UndoPlanning.begin(this, undoing);
    }
}

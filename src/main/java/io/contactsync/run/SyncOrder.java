package io.contactsync.run;

/** Mailboxes are to hold what the sources name. */
public record SyncOrder() implements Order {

    @Override
    public Scope scope() {
        return Scope.ALL;
    }

    @Override
    public boolean isOfSources() {
        return true;
    }

    @Override
    public boolean isApproved() {
        return false;
    }

    @Override
    public Planning planning(Run run) {
        return SyncPlanning::plan;
    }
}

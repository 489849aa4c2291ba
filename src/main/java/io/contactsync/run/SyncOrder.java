package io.contactsync.run;

import java.util.Set;
import java.util.stream.Collectors;

/** Mailboxes are to hold what the sources name. */
public record SyncOrder() implements Order {

    @Override
    public String word() {
        return "sync";
    }

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
        Set<String> left = run.tidings().gathered().targets().stream().filter(Target::left).map(Target::mailbox)
                .collect(Collectors.toSet());
        return left.isEmpty() ? SyncPlanning::plan : new LeavingPlanning(SyncPlanning::plan, left);
    }
}

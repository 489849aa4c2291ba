package io.contactsync.sandbox.people;

import java.util.List;

/**
 * What one day changed at the sources.
 *
 * @param joinerIds  object ids of the new employees
 * @param leaverIds  object ids of those disabled or without a licence since
 * @param changedIds object ids of changed users, and ids of changed central contacts
 */
public record SandboxDay(List<String> joinerIds, List<String> leaverIds, List<String> changedIds) {

    public SandboxDay {
        joinerIds = List.copyOf(joinerIds);
        leaverIds = List.copyOf(leaverIds);
        changedIds = List.copyOf(changedIds);
    }

    public int joiners() {
        return joinerIds.size();
    }

    public int leavers() {
        return leaverIds.size();
    }

    public int changed() {
        return changedIds.size();
    }
}

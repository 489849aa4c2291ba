package io.contactsync.core;

import java.util.List;

/**
 * What an undo does in one mailbox.
 *
 * @param plan its changes
 * @param spared what it leaves as it is, although the run that is undone changed it
 */
public record UndoPlan(Plan plan, List<Spared> spared) {

    public UndoPlan {
        spared = List.copyOf(spared);
    }
}

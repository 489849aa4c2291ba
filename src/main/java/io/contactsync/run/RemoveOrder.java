package io.contactsync.run;

import java.util.Set;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Removal;

/**
 * Contacts of ours are to go. Whoever asks for it has seen how many: no guard asks once more.
 *
 * @param scope mailboxes and people; empty for all
 * @param sources names of the sources whose contacts are to go; empty for all
 * @param listing which mailboxes it looks into
 */
public record RemoveOrder(Scope scope, Set<String> sources, Listing listing) implements Order {

    public RemoveOrder {
        sources = sources == null ? Set.of() : Set.copyOf(sources);
    }

    @Override
    public String word() {
        return "remove";
    }

    @Override
    public boolean isOfSources() {
        return false;
    }

    @Override
    public boolean isApproved() {
        return true;
    }

    /** Whether nothing of ours is to be left anywhere. */
    boolean isOfAll() {
        return scope.equals(Scope.ALL) && sources.isEmpty() && listing != Listing.LEFT;
    }

    @Override
    public Planning planning(Run run) {
        return new RemovePlanning(this::has, scope.keys(), Removal.REMOVED);
    }

    private boolean has(ContactKey key) {
        return scope.hasKey(key) && (sources.isEmpty() || sources.contains(key.source()));
    }
}

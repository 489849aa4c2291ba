package io.contactsync.run;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Reach;
import io.contactsync.core.Spared;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gathers what an undo leaves as it is, told by all mailboxes at once. */
final class SparedContacts {

    private final Map<Spared, BitSet> reach = new HashMap<>();

    /** In the mailbox of that place. */
    synchronized void add(int place, List<Spared> contacts) {
        contacts.forEach(contact -> reach.computeIfAbsent(contact, first -> new BitSet()).set(place));
    }

    /** All of them, by name. */
    synchronized List<SparedContact> all(Function<ContactKey, String> name) {
        return reach.entrySet().stream().map(each -> spared(each.getKey(), Reach.of(each.getValue()), name))
                .sorted(Comparator.comparing(SparedContact::called, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(SparedContact::reason).thenComparing(each -> each.reach().text())).toList();
    }

    private static SparedContact spared(Spared contact, Reach reach, Function<ContactKey, String> name) {
        return new SparedContact(contact.key(), name.apply(contact.key()), contact.why().text(), contact.fields(),
                reach);
    }
}

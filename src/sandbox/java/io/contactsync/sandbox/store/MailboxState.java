package io.contactsync.sandbox.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All there is in a mailbox at one moment, by id, as JSON text.
 *
 * @param folders      contact folders, the default one first
 * @param contacts     contacts of all folders, hidden properties included
 * @param deletedItems contacts deleted but not purged
 * @param categories   master categories
 */
public record MailboxState(Map<String, String> folders, Map<String, String> contacts, Map<String, String> deletedItems,
        Map<String, String> categories) {

    /** What differs between two states of a mailbox; each thing is named as in {@code contacts/AAMk..}. */
    public record Difference(Set<String> added, Set<String> removed, Set<String> changed) {

        public boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }
    }

    /** What became of this state. */
    public Difference to(MailboxState later) {
        Map<String, String> before = all();
        Map<String, String> after = later.all();
        Set<String> added = new TreeSet<>(after.keySet());
        added.removeAll(before.keySet());
        Set<String> removed = new TreeSet<>(before.keySet());
        removed.removeAll(after.keySet());
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.removeIf(each -> !after.containsKey(each) || after.get(each).equals(before.get(each)));
        return new Difference(added, removed, changed);
    }

    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        folders.forEach((id, json) -> all.put("folders/" + id, json));
        contacts.forEach((id, json) -> all.put("contacts/" + id, json));
        deletedItems.forEach((id, json) -> all.put("deletedItems/" + id, json));
        categories.forEach((id, json) -> all.put("categories/" + id, json));
        return all;
    }

    /** One JSON object with a list for each kind. */
    public String json() {
        return "{\"folders\":" + list(folders) + ",\"contacts\":" + list(contacts) + ",\"deletedItems\":"
                + list(deletedItems)
                + ",\"categories\":" + list(categories) + "}";
    }

    private static String list(Map<String, String> things) {
        return "[" + String.join(",", things.values()) + "]";
    }
}

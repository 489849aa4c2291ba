package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.ExtendedProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a request says about a contact: the properties it names, with null for those it clears.
 *
 * <p>Values are text, a list of texts, a list of e-mail maps or an address map, according to the property's kind.
 *
 * @param extended   extended properties, those to be removed without a value
 * @param extensions open extensions by name
 */
record ContactBody(EnumMap<ContactProperty, Object> values, List<ExtendedProperty> extended,
        Map<String, OpenExtension> extensions) {

    boolean names(ContactProperty property) {
        return values.containsKey(property);
    }

    String text(ContactProperty property) {
        return (String) values.get(property);
    }

    boolean namesEmails() {
        return names(ContactProperty.EMAIL_ADDRESSES) || ContactProperty.EMAIL_SLOTS.stream().anyMatch(this::names);
    }

    /**
     * Brings the list of addresses and its three named slots into one: the slots are those of the list, if it was sent,
     * else those there are; single slots that were sent replace theirs unless the list was sent and wins.
     *
     * @param before the three slots as they are, null where there is none
     */
    void settleEmails(List<Map<String, String>> before, boolean listWins) {
        boolean listed = names(ContactProperty.EMAIL_ADDRESSES);
        List<Map<String, String>> slots = new ArrayList<>(listed ? emails() : before);
        while (slots.size() < ContactProperty.EMAIL_SLOTS.size()) {
            slots.add(null);
        }
        for (int i = 0; i < slots.size(); i++) {
            ContactProperty slot = ContactProperty.EMAIL_SLOTS.get(i);
            if (names(slot) && !(listed && listWins)) {
                slots.set(i, email(slot));
            }
            values.put(slot, slots.get(i));
        }
        slots.removeAll(Collections.singleton(null));
        values.put(ContactProperty.EMAIL_ADDRESSES, slots);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, String>> emails() {
        Object list = values.get(ContactProperty.EMAIL_ADDRESSES);
        return list == null ? List.of() : (List<Map<String, String>>) list;
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> email(ContactProperty slot) {
        return (Map<String, String>) values.get(slot);
    }
}

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
 */
record ContactBody(EnumMap<ContactProperty, Object> values, List<ExtendedProperty> extended) {

    boolean names(ContactProperty property) {
        return values.containsKey(property);
    }

    String text(ContactProperty property) {
        return (String) values.get(property);
    }

    /**
     * Brings the list of addresses and its three named slots into one: a list that was sent wins, else the sent slots replace theirs.
     * The service's own precedence is not published.
     */
    void settleEmails(List<Map<String, String>> before) {
        if (ContactProperty.EMAIL_SLOTS.stream().noneMatch(this::names) && !names(ContactProperty.EMAIL_ADDRESSES)) {
            return;
        }
        List<Map<String, String>> list = names(ContactProperty.EMAIL_ADDRESSES)
            ? emails(ContactProperty.EMAIL_ADDRESSES) : replaced(before);
        values.put(ContactProperty.EMAIL_ADDRESSES, list);
        for (int i = 0; i < ContactProperty.EMAIL_SLOTS.size(); i++) {
            values.put(ContactProperty.EMAIL_SLOTS.get(i), i < list.size() ? list.get(i) : null);
        }
    }

    private List<Map<String, String>> replaced(List<Map<String, String>> before) {
        List<Map<String, String>> slots = new ArrayList<>(before);
        while (slots.size() < ContactProperty.EMAIL_SLOTS.size()) {
            slots.add(null);
        }
        for (ContactProperty slot : ContactProperty.EMAIL_SLOTS) {
            if (names(slot)) {
                slots.set(ContactProperty.EMAIL_SLOTS.indexOf(slot), email(slot));
            }
        }
        slots.removeAll(Collections.singleton(null));
        return slots;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, String>> emails(ContactProperty property) {
        Object list = values.get(property);
        return list == null ? List.of() : (List<Map<String, String>>) list;
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> email(ContactProperty slot) {
        return (Map<String, String>) values.get(slot);
    }
}

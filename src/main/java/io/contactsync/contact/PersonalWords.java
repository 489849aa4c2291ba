package io.contactsync.contact;

import io.contactsync.core.ContactField;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Words that say who somebody is, gathered from {@linkplain PlainFields values as people read them}. */
public final class PersonalWords {

    private static final String BETWEEN = "[,;]\\s*";

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> numbers = new LinkedHashSet<>();

    /** Those of a contact, by Graph's property. */
    public void add(Map<String, String> fields) {
        fields.forEach((property, value) -> {
            ContactField field = ContactField.of(property);
            if (field != null) {
                add(field, value);
            }
        });
    }

    private void add(ContactField field, String value) {
        switch (field.kind()) {
            case PHONE, PHONES -> numbers.addAll(List.of(value.split(BETWEEN)));
            case EMAILS -> Stream.of(value.split(BETWEEN)).flatMap(mail -> Stream.of(mail.split("\\s*[<>]")))
                    .forEach(names::add);
            case TEXTS -> {
                if (field == ContactField.IM_ADDRESSES) {
                    names.addAll(List.of(value.split(BETWEEN)));
                }
            }
            default -> {
                if (field == ContactField.DISPLAY_NAME) {
                    names.add(value);
                }
            }
        }
    }

    /** Names and addresses. */
    public Set<String> names() {
        return names;
    }

    /** Telephone numbers. */
    public Set<String> numbers() {
        return numbers;
    }
}

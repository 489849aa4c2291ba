package io.contactsync.contact;

import java.util.List;

/**
 * What a text in a telephone field says.
 *
 * @param numbers one or several numbers in the chosen form; none if the text cannot be read
 * @param isOutOfText whether there was more around them than a number
 */
record PhoneReading(List<String> numbers, boolean isOutOfText) {

    static final PhoneReading NONE = new PhoneReading(List.of(), false);

    PhoneReading {
        numbers = List.copyOf(numbers);
    }

    boolean isRead() {
        return !numbers.isEmpty();
    }
}

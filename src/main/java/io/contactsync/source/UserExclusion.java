package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * A rule by which users are left out: {@code property=value}, whatever the letter case. A {@code *} at the value's end
 * stands for anything, an empty value for users without that property.
 *
 * @param value without the {@code *}
 * @param open whether anything may follow the value
 */
record UserExclusion(UserProperty property, String value, boolean open) {

    private static final CSVFormat LIST =
            CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(true).build();

    /**
     * The rules of a list.
     *
     * @param list comma-separated; a rule that holds a comma stands in double quotes; may be empty
     * @throws IllegalArgumentException if a part is no rule; the message goes on behind the key that names the list
     */
    static List<UserExclusion> list(String list) {
        try (CSVParser parts = CSVParser.parse(list == null ? "" : list, LIST)) {
            return parts.stream().flatMap(CSVRecord::stream).filter(part -> !part.isBlank())
                    .map(part -> of(part.strip())).toList();
        } catch (IOException | UncheckedIOException badQuotes) {
            throw new IllegalArgumentException(": a double quote is not closed - was '" + list + "'");
        }
    }

    private static UserExclusion of(String rule) {
        int equals = rule.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(" must be property=value, comma-separated - was '" + rule + "'");
        }
        String value = rule.substring(equals + 1).strip();
        boolean open = value.endsWith("*");
        UserExclusion exclusion = new UserExclusion(property(rule.substring(0, equals).strip()),
                open ? value.substring(0, value.length() - 1) : value, open);
        if (exclusion.property.isSwitch() && !value.isEmpty() && !value.matches("(?i)true|false")) {
            throw new IllegalArgumentException(
                    ": " + exclusion.property.path() + " must be true or false - was '" + value + "'");
        }
        return exclusion;
    }

    private static UserProperty property(String name) {
        try {
            return UserProperty.named(name);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(": '" + name + "' " + unusable.getMessage());
        }
    }

    /** As it stands in the configuration. */
    String text() {
        return property.path() + "=" + value + (open ? "*" : "");
    }

    /** Whether it leaves that user out. */
    boolean test(JsonNode user) {
        if (value.isEmpty() && !open) {
            return property.of(user).findAny().isEmpty();
        }
        String wanted = value.toLowerCase(Locale.ROOT);
        return property.of(user).map(found -> found.toLowerCase(Locale.ROOT))
                .anyMatch(found -> open ? found.startsWith(wanted) : found.equals(wanted));
    }
}

package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.ExtendedProperty;
import io.contactsync.sandbox.protocol.Filter;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The filter that most clients use of all that extended properties allow: one of these values of a property. It gives
 * what {@link Filter#test} gives, without a look at each of them for each contact.
 *
 * @param values of properties, in lower case
 */
record ExtendedValues(Set<Value> values) {

    /** A value of a property. */
    private record Value(ExtendedProperty.Tag tag, String text) {
        static Value of(ExtendedProperty.Tag tag, String text) {
            return new Value(tag, text.toLowerCase(Locale.ROOT));
        }
    }

    /** The values that a filter asks for; null if it is another one. */
    static ExtendedValues of(Filter filter) {
        Set<Value> values = new HashSet<>();
        return collect(filter, values) ? new ExtendedValues(values) : null;
    }

    private static boolean collect(Filter filter, Set<Value> values) {
        if (filter instanceof Filter.Or or) {
            return collect(or.left(), values) && collect(or.right(), values);
        }
        return filter instanceof Filter.Any any && any.collection().equals("singleValueExtendedProperties")
                && any.inner() instanceof Filter.And and && and.left() instanceof Filter.Compare id
                && and.right() instanceof Filter.Compare value && is(id, any.variable() + "/id")
                && is(value, any.variable() + "/value") && value.literal() instanceof String text
                && values.add(Value.of(ExtendedProperty.tag(String.valueOf(id.literal())), text));
    }

    private static boolean is(Filter.Compare compare, String path) {
        return compare.operator().equals("eq") && compare.path().equals(path);
    }

    /** Whether one of them is among those properties. */
    boolean isIn(Collection<ExtendedProperty> properties) {
        return properties.stream().filter(each -> !each.tag().multi())
                .anyMatch(each -> values.contains(Value.of(each.tag(), each.value())));
    }
}

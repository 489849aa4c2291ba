package io.contactsync.sandbox.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A parsed {@code $filter}. Text is compared without regard to case, as the directory and Exchange do.
 *
 * @see <a href="https://learn.microsoft.com/graph/filter-query-parameter">the filter query parameter</a>
 */
public sealed interface Filter {

    boolean test(Fields fields);

    record And(Filter left, Filter right) implements Filter {
        @Override
        public boolean test(Fields fields) {
            return left.test(fields) && right.test(fields);
        }
    }

    record Or(Filter left, Filter right) implements Filter {
        @Override
        public boolean test(Fields fields) {
            return left.test(fields) || right.test(fields);
        }
    }

    record Not(Filter inner) implements Filter {
        @Override
        public boolean test(Fields fields) {
            return !inner.test(fields);
        }
    }

    /**
     * {@code path eq literal}, and ne, gt, ge, lt, le; a path that ends in {@code /$count} gives the size of a
     * collection.
     */
    record Compare(String path, String operator, Object literal) implements Filter {
        @Override
        public boolean test(Fields fields) {
            Object value = counts() ? Long.valueOf(size(fields.get(collection()))) : fields.get(path);
            return switch (operator) {
                case "eq" -> same(value, literal);
                case "ne" -> !same(value, literal);
                case "gt" -> value != null && order(value, literal) > 0;
                case "ge" -> value != null && order(value, literal) >= 0;
                case "lt" -> value != null && order(value, literal) < 0;
                default -> value != null && order(value, literal) <= 0;
            };
        }

        public boolean counts() {
            return path.endsWith("/$count");
        }

        String collection() {
            return path.substring(0, path.length() - "/$count".length());
        }

        private static int size(Object value) {
            return value instanceof List<?> list ? list.size() : 0;
        }
    }

    /** {@code startswith}, {@code endswith} or {@code contains}, the name in lower case. */
    record Text(String function, String path, String literal) implements Filter {
        @Override
        public boolean test(Fields fields) {
            if (!(fields.get(path) instanceof String text)) {
                return false;
            }
            String value = text.toLowerCase(Locale.ROOT);
            String part = literal.toLowerCase(Locale.ROOT);
            return switch (function) {
                case "startswith" -> value.startsWith(part);
                case "endswith" -> value.endsWith(part);
                default -> value.contains(part);
            };
        }
    }

    record In(String path, List<Object> literals) implements Filter {
        @Override
        public boolean test(Fields fields) {
            Object value = fields.get(path);
            return literals.stream().anyMatch(each -> same(value, each));
        }
    }

    /** {@code collection/any(variable: inner)}. */
    record Any(String collection, String variable, Filter inner) implements Filter {
        @Override
        public boolean test(Fields fields) {
            return fields.get(collection) instanceof List<?> list
                    && list.stream().anyMatch(each -> inner.test(bound(each, fields)));
        }

        private Fields bound(Object element, Fields outer) {
            return path -> {
                if (path.equals(variable)) {
                    return element;
                }
                boolean mine = path.startsWith(variable + "/") && element instanceof Map<?, ?>;
                return mine ? ((Map<?, ?>) element).get(path.substring(variable.length() + 1)) : outer.get(path);
            };
        }
    }

    private static boolean same(Object value, Object literal) {
        if (value == null || literal == null) {
            return value == literal;
        }
        if (value instanceof ExtendedProperty.Tag tag) {
            return tag.matches(literal.toString());
        }
        return value.toString().equalsIgnoreCase(literal.toString());
    }

    private static int order(Object value, Object literal) {
        if (value instanceof Long number && literal instanceof Long other) {
            return number.compareTo(other);
        }
        return value.toString().compareToIgnoreCase(String.valueOf(literal));
    }
}

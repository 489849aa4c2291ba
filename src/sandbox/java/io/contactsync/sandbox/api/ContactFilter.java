package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.ExtendedProperty;
import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.store.ContactProperty;
import java.util.Set;

/**
 * Refuses what Exchange refuses in {@code $filter} and {@code $orderby} of contacts.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list-contacts">list contacts</a>
 */
record ContactFilter(GraphReadings readings) {
    private static final String EXTENDED = "singleValueExtendedProperties";
    private static final Set<String> PART_OF_TEXT = Set.of("contains", "startswith");

    void check(Filter filter) {
        if (filter instanceof Filter.And and) {
            check(and.left());
            check(and.right());
        } else if (filter instanceof Filter.Or or) {
            check(or.left());
            check(or.right());
        } else if (filter instanceof Filter.Not not) {
            check(not.inner());
        } else if (filter instanceof Filter.Any any) {
            checkAny(any);
        } else if (filter instanceof Filter.Text text) {
            checkText(text);
        } else {
            checkPath(filter instanceof Filter.In in ? in.path() : ((Filter.Compare) filter).path());
        }
    }

    private void checkAny(Filter.Any any) {
        switch (any.collection()) {
            case "emailAddresses" -> checkAddress(any);
            case "categories" -> checkCategory();
            case EXTENDED -> checkExtended(any);
            default -> throw invalid();
        }
    }

    /** Of an e-mail address only {@code a/address eq '..'} is supported (Learn: list contacts). */
    private static void checkAddress(Filter.Any any) {
        if (!(any.inner() instanceof Filter.Compare compare && compare.operator().equals("eq")
                && compare.path().equals(any.variable() + "/address"))) {
            throw invalid();
        }
    }

    private void checkCategory() {
        if (readings.is(GraphReading.FILTER_BY_CATEGORY, "refused")) {
            throw unfilterable("categories");
        }
    }

    private void checkExtended(Filter.Any any) {
        if (!namesId(any.inner(), any.variable())) {
            throw invalid();
        }
        if (readings.is(GraphReading.FILTER_BY_EXTENDED_PROPERTY, "error")) {
            throw GraphRefusal.internalError();
        }
    }

    /** Whether an id is compared with, after refusing all that is neither that nor a comparison of the value. */
    private static boolean namesId(Filter filter, String variable) {
        if (filter instanceof Filter.And and) {
            return namesId(and.left(), variable) | namesId(and.right(), variable);
        }
        if (filter instanceof Filter.Or or) {
            return namesId(or.left(), variable) & namesId(or.right(), variable);
        }
        if (filter instanceof Filter.Text text && PART_OF_TEXT.contains(text.function())
                && text.path().equals(variable + "/value")) {
            return false;
        }
        if (filter instanceof Filter.Compare compare && compare.path().equals(variable + "/value")) {
            return false;
        }
        if (filter instanceof Filter.Compare compare && compare.path().equals(variable + "/id")
                && compare.operator().equals("eq")) {
            ExtendedProperty.tag(String.valueOf(compare.literal()));
            return true;
        }
        throw invalid();
    }

    /** github.com/littlebearapps/outlook-assistant, issue 37: contains() on contacts is refused. */
    private static void checkText(Filter.Text text) {
        if (!text.function().equals("startswith")) {
            throw invalid();
        }
        checkPath(text.path());
    }

    static void checkPath(String path) {
        if (path.equals("createdDateTime") || path.equals("lastModifiedDateTime")) {
            return;
        }
        ContactProperty property = ContactProperty.named(path);
        if (property == null && !ContactQuery.SYSTEM.contains(path)) {
            throw GraphRefusal.noSuchProperty(path, "microsoft.graph.contact");
        }
        if (property == null || !property.filterable()) {
            throw unfilterable(path);
        }
    }

    /** github.com/microsoftgraph/microsoft-graph-docs, issue 17863: the words of the refusal. */
    private static GraphRefusal unfilterable(String path) {
        return GraphRefusal.invalidProperty("The property '" + path + "' does not support filtering.");
    }

    static GraphRefusal invalid() {
        return new GraphRefusal(400, "ErrorInvalidUrlQueryFilter",
                "The query filter contains one or more invalid nodes.");
    }
}

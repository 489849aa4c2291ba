package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphRefusal;
import java.util.ArrayList;
import java.util.List;

/**
 * The one filter delta queries of the directory support: {@code id eq '..' or id eq '..'}, at most 50 of them.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-delta">user: delta</a>
 */
final class DirectoryDeltaFilter {
    private static final int MOST = 50;

    private DirectoryDeltaFilter() {
    }

    /** The ids named, none if there is no filter. */
    static List<String> ids(Filter filter) {
        List<String> ids = new ArrayList<>();
        if (filter != null) {
            collect(filter, ids);
        }
        if (ids.size() > MOST) {
            throw GraphRefusal.unsupportedQuery(
                    "At most " + MOST + " objects can be tracked by $filter, found " + ids.size() + ".");
        }
        return ids;
    }

    private static void collect(Filter filter, List<String> ids) {
        if (filter instanceof Filter.Or or) {
            collect(or.left(), ids);
            collect(or.right(), ids);
        } else if (filter instanceof Filter.Compare compare && compare.path().equals("id")
                && compare.operator().equals("eq")) {
            ids.add(String.valueOf(compare.literal()));
        } else {
            throw GraphRefusal.unsupportedQuery("Filters other than id eq are not supported by delta queries.");
        }
    }
}

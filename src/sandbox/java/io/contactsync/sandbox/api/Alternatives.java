package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphRefusal;

/**
 * How many alternatives a filter may name, by {@code or} or {@code in}, unless the query is an advanced one.
 *
 * @see <a href="https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/1238">issue 1238: 15, and the
 * words</a>
 */
final class Alternatives {
    private static final int MOST = 15;

    private Alternatives() {
    }

    /** @throws GraphRefusal 400 Request_UnsupportedQuery */
    static void check(Filter filter) {
        if (filter instanceof Filter.And and) {
            check(and.left());
            check(and.right());
        } else if (clauses(filter) > MOST) {
            throw GraphRefusal.unsupportedQuery(
                    "Too many child clauses specified in search filter expression containing 'OR' operators: "
                            + clauses(filter) + ". Max allowed: " + MOST + ".");
        }
    }

    private static int clauses(Filter filter) {
        if (filter instanceof Filter.Or or) {
            return clauses(or.left()) + clauses(or.right());
        }
        return filter instanceof Filter.In in ? in.literals().size() : 1;
    }
}

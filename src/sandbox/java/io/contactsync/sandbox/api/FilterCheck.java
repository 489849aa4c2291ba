package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphRefusal;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks through a filter for what the directory does not support, or supports in advanced queries only.
 *
 * @param advanced whether the query is an advanced one
 * @see <a href="https://learn.microsoft.com/graph/aad-advanced-queries">error handling for advanced queries on
 * directory objects</a>
 */
record FilterCheck(DirectoryKind kind, boolean advanced) {
    /** Collections whose elements have parts. */
    private static final Set<String> COMPLEX = Set.of("assignedLicenses", "assignedPlans", "identities");

    /** @throws GraphRefusal 400 in the words of the directory */
    void check(Filter filter) {
        if (filter instanceof Filter.And and) {
            check(and.left());
            check(and.right());
        } else if (filter instanceof Filter.Or or) {
            checkOr(or);
        } else if (filter instanceof Filter.Not not) {
            needAdvanced("not");
            check(not.inner());
        } else if (filter instanceof Filter.Any any) {
            need(any.collection(), "any");
            checkElement(any.collection(), any.inner());
        } else {
            checkLeaf(filter);
        }
    }

    private void checkLeaf(Filter filter) {
        if (filter instanceof Filter.Text text) {
            need(text.path(), text.function());
        } else if (filter instanceof Filter.In in) {
            need(in.path(), "in");
        } else if (filter instanceof Filter.Compare compare) {
            checkCompare(compare);
        }
    }

    private void checkCompare(Filter.Compare compare) {
        need(compare.path(), compare.counts() ? "count" : compare.operator());
        if (compare.literal() == null && !advanced) {
            throw unsupported(compare.path());
        }
    }

    /** github.com/microsoftgraph/microsoft-graph-docs, issue 13369: any() beside another property. */
    private void checkOr(Filter.Or or) {
        Set<String> collections = new HashSet<>();
        Set<String> others = new HashSet<>();
        collect(or, collections, others);
        String first = collections.stream().filter(COMPLEX::contains).findFirst().orElse(null);
        if (first != null && collections.size() + others.size() > 1) {
            throw GraphRefusal.unsupportedQuery("Complex query on property " + first + " is not supported.");
        }
        check(or.left());
        check(or.right());
    }

    private static void collect(Filter filter, Set<String> collections, Set<String> others) {
        if (filter instanceof Filter.And and) {
            collect(and.left(), collections, others);
            collect(and.right(), collections, others);
        } else if (filter instanceof Filter.Or or) {
            collect(or.left(), collections, others);
            collect(or.right(), collections, others);
        } else if (filter instanceof Filter.Not not) {
            collect(not.inner(), collections, others);
        } else if (filter instanceof Filter.Any any) {
            collections.add(any.collection());
        } else {
            others.add(filter.toString());
        }
    }

    /** Inside of any(): what is compared are the parts of an element. */
    private void checkElement(String collection, Filter filter) {
        if (filter instanceof Filter.And and) {
            checkElement(collection, and.left());
            checkElement(collection, and.right());
        } else if (filter instanceof Filter.Or or) {
            checkElement(collection, or.left());
            checkElement(collection, or.right());
        } else if (filter instanceof Filter.Text text && !text.function().equals("startswith")) {
            need(collection, text.function());
        } else if (filter instanceof Filter.Not
                || filter instanceof Filter.Compare compare && compare.operator().equals("ne")) {
            throw unsupported(collection);
        }
    }

    private void need(String path, String operator) {
        String property = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        if (!kind.has(property)) {
            throw GraphRefusal.badRequest("Invalid filter clause: Could not find a property named '" + property
                    + "' on type '" + kind.type() + "'.");
        }
        FilterSupport.Need need = kind.filters().need(property, operator);
        if (need == FilterSupport.Need.UNSUPPORTED) {
            throw unsupported(property);
        }
        if (need == FilterSupport.Need.ADVANCED_QUERY && (operator.equals("ne") || operator.equals("endswith"))) {
            needAdvanced(operator.equals("endswith") ? "endsWith" : operator);
        } else if (need == FilterSupport.Need.ADVANCED_QUERY && !advanced) {
            throw operator.equals("count") ? complexType(property) : unsupported(property);
        }
    }

    private void needAdvanced(String operator) {
        if (!advanced) {
            throw GraphRefusal.unsupportedQuery(
                    "Operator '" + operator + "' is not supported because the required parameters might be missing."
                            + " Try adding $count=true query parameter and ConsistencyLevel:eventual header."
                            + " Refer to https://aka.ms/graph-docs/advanced-queries for more information");
        }
    }

    private GraphRefusal unsupported(String path) {
        return GraphRefusal.unsupportedQuery(
                "Unsupported or invalid query filter clause specified for property '" + path + "' of resource '"
                        + kind.resource() + "'.");
    }

    /** github.com/microsoftgraph/msgraph-sdk-powershell, issue 2586. */
    private static GraphRefusal complexType(String property) {
        String type = Character.toUpperCase(property.charAt(0)) + property.substring(1, property.length() - 1);
        return GraphRefusal.unsupportedQuery(
            "Expect simple name=value query, but observe property '" + property + "' of complex type '" + type + "'.");
    }
}

package io.contactsync.sandbox.protocol;

/**
 * What OData adds to the members of an answer.
 *
 * @see <a href="https://learn.microsoft.com/graph/paging">paging</a>
 * @see <a href="https://learn.microsoft.com/graph/delta-query-overview">delta query</a>
 */
public final class Annotations {
    public static final String CONTEXT = "@odata.context";
    public static final String COUNT = "@odata.count";
    public static final String NEXT_LINK = "@odata.nextLink";
    public static final String DELTA_LINK = "@odata.deltaLink";
    public static final String TYPE = "@odata.type";

    private Annotations() {
    }
}

package io.contactsync.microsoftgraph;

import org.apache.camel.Component;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.DefaultEndpoint;

/** The options of an endpoint. An empty text counts as not set. */
@UriParams
public abstract class GraphEndpointOptions extends DefaultEndpoint {

    @UriParam(label = "request", defaultValue = "GET", description = "HTTP method of operation request.")
    private String method = "GET";

    @UriParam(label = "common", description = "Path relative to the version, such as /users/{mailbox}/contacts. A "
            + "{name} is replaced by the encoded value of the message"
            + " header or else the exchange variable of that name.")
    private String path;

    @UriParam(label = "query", description = "$select: the fields wanted, separated by commas. May hold {name} places.")
    private String select;

    @UriParam(label = "query", description = "$filter. A {name} inside apostrophes takes any text and is quoted as "
            + "OData wants it.")
    private String filter;

    @UriParam(label = "query", description = "$expand. May hold {name} places.")
    private String expand;

    @UriParam(label = "query", description = "$top: rows of a page.")
    private Integer top;

    @UriParam(label = "query", description = "$orderby. May hold {name} places.")
    private String orderBy;

    @UriParam(label = "query", description = "$search. May hold {name} places.")
    private String search;

    @UriParam(label = "query", description = "Whether this is an advanced query: sends ConsistencyLevel: eventual "
            + "with every page, and $count=true.")
    private boolean advancedQuery;

    @UriParam(label = "list", description = "Whether the rows of a list are compared with @odata.count of its first "
            + "page; more than 1 % off fails with the code CountMismatch.")
    private boolean verifyCount;

    @UriParam(label = "common", description = "Whether ids are asked for that survive a move to another folder "
            + "(Prefer: IdType). In a batch every request is given the header.")
    private boolean immutableIds;

    @UriParam(label = "list", description = "Rows of a page as a preference (Prefer: odata.maxpagesize), for "
            + "collections without $top.")
    private Integer pageSizePreference;

    @UriParam(label = "list", description = "Reads a row of a list from the stream. By default a row becomes a "
            + "JsonNode.")
    private GraphItemReader<?> itemReader;

    @UriParam(label = "list", defaultValue = "10000", description = "Most pages of a list; more fail with the code "
            + "Loop.")
    private int maxPages = 10_000;

    @UriParam(label = "advanced", description = "Whether and when a read is tried again, instead of the component's "
            + "retryPolicy.")
    private GraphRetryPolicy retryPolicy;

    protected GraphEndpointOptions(String uri, Component component) {
        super(uri, component);
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        String text = GraphSignInOptions.text(method);
        this.method = text == null ? "GET" : text;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = GraphSignInOptions.text(path);
    }

    public String getSelect() {
        return select;
    }

    public void setSelect(String select) {
        this.select = GraphSignInOptions.text(select);
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(String filter) {
        this.filter = GraphSignInOptions.text(filter);
    }

    public String getExpand() {
        return expand;
    }

    public void setExpand(String expand) {
        this.expand = GraphSignInOptions.text(expand);
    }

    public Integer getTop() {
        return top;
    }

    public void setTop(Integer top) {
        this.top = top;
    }

    public String getOrderBy() {
        return orderBy;
    }

    public void setOrderBy(String orderBy) {
        this.orderBy = GraphSignInOptions.text(orderBy);
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = GraphSignInOptions.text(search);
    }

    public boolean isAdvancedQuery() {
        return advancedQuery;
    }

    public void setAdvancedQuery(boolean advancedQuery) {
        this.advancedQuery = advancedQuery;
    }

    public boolean isVerifyCount() {
        return verifyCount;
    }

    public void setVerifyCount(boolean verifyCount) {
        this.verifyCount = verifyCount;
    }

    public boolean isImmutableIds() {
        return immutableIds;
    }

    public void setImmutableIds(boolean immutableIds) {
        this.immutableIds = immutableIds;
    }

    public Integer getPageSizePreference() {
        return pageSizePreference;
    }

    public void setPageSizePreference(Integer pageSizePreference) {
        this.pageSizePreference = pageSizePreference;
    }

    public GraphItemReader<?> getItemReader() {
        return itemReader;
    }

    public void setItemReader(GraphItemReader<?> itemReader) {
        this.itemReader = itemReader;
    }

    public int getMaxPages() {
        return maxPages;
    }

    public void setMaxPages(int maxPages) {
        this.maxPages = maxPages;
    }

    public GraphRetryPolicy getRetryPolicy() {
        return retryPolicy;
    }

    public void setRetryPolicy(GraphRetryPolicy retryPolicy) {
        this.retryPolicy = retryPolicy;
    }
}

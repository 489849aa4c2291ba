package io.contactsync.microsoftgraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The fixed part of an endpoint's calls: path, query and headers, cut up once and filled for every message. */
final class CallTemplate {

    static final String PREFER = "Prefer";

    private final String basePath;
    private final UriTemplate path;
    private final Map<String, UriTemplate> query;
    private final String fixedQuery;
    private final Map<String, String> headers;

    CallTemplate(GraphEndpointOptions options, String basePath, boolean gzip) {
        this.basePath = basePath;
        this.path = UriTemplate.of(checked(options.getPath()));
        this.query = query(options);
        this.fixedQuery = fixedQuery(options);
        this.headers = headers(options, gzip);
    }

    /** Headers of every call. */
    Map<String, String> headers() {
        return headers;
    }

    /** The path relative to the version, without the query options. */
    String path(UnaryOperator<String> values) {
        return path.path(values);
    }

    /** Path and query from the root of the host. */
    String full(String filledPath, UnaryOperator<String> values) {
        StringBuilder out = new StringBuilder(basePath).append(filledPath);
        char mark = filledPath.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, UriTemplate> option : query.entrySet()) {
            out.append(mark).append(option.getKey()).append('=').append(option.getValue().query(values));
            mark = '&';
        }
        return fixedQuery.isEmpty() ? out.toString() : out.append(mark).append(fixedQuery).toString();
    }

    static String prefer(GraphEndpointOptions options) {
        List<String> wishes = new ArrayList<>();
        if (options.isImmutableIds()) {
            wishes.add("IdType=\"ImmutableId\"");
        }
        if (options.getPageSizePreference() != null) {
            wishes.add("odata.maxpagesize=" + options.getPageSizePreference());
        }
        return wishes.isEmpty() ? null : String.join(", ", wishes);
    }

    private static String checked(String path) {
        if (path.chars().anyMatch(c -> c <= ' ' || c >= 127 || c == '#' || c == '\\')) {
            throw new IllegalArgumentException(
                    "Option path must be an encoded path (no spaces, #, backslashes) - was '" + path + "'");
        }
        return path;
    }

    private static Map<String, UriTemplate> query(GraphEndpointOptions options) {
        Map<String, UriTemplate> query = new LinkedHashMap<>();
        put(query, "$select", options.getSelect());
        put(query, "$filter", options.getFilter());
        put(query, "$expand", options.getExpand());
        put(query, "$orderby", options.getOrderBy());
        put(query, "$search", options.getSearch());
        return query;
    }

    private static void put(Map<String, UriTemplate> query, String name, String value) {
        if (value != null) {
            query.put(name, UriTemplate.of(value));
        }
    }

    private static String fixedQuery(GraphEndpointOptions options) {
        List<String> parts = new ArrayList<>();
        if (options.getTop() != null) {
            parts.add("$top=" + options.getTop());
        }
        if (options.isAdvancedQuery() || options.isVerifyCount()) {
            parts.add("$count=true");
        }
        return String.join("&", parts);
    }

    private static Map<String, String> headers(GraphEndpointOptions options, boolean gzip) {
        Map<String, String> headers = new HashMap<>();
        if (options.isAdvancedQuery()) {
            headers.put("ConsistencyLevel", "eventual");
        }
        if (prefer(options) != null) {
            headers.put(PREFER, prefer(options));
        }
        if (gzip) {
            headers.put("Accept-Encoding", "gzip");
        }
        return Map.copyOf(headers);
    }
}

package io.contactsync.sandbox.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The query of a request, read by OData's rules; unknown options are refused.
 *
 * @see <a href="https://learn.microsoft.com/graph/query-parameters">query parameters</a>
 */
public record ODataQuery(Map<String, String> options) {
    private static final Set<String> KNOWN =
            Set.of("$select", "$filter", "$top", "$skip", "$count", "$expand", "$orderby", "$search", "$skiptoken",
                    "$deltatoken", "$format");

    private static final ODataQuery EMPTY = new ODataQuery(Map.of());

    public static ODataQuery of(ServiceRequest request) {
        if (request.query().isEmpty()) {
            return EMPTY;
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : request.query().split("&")) {
            int mark = pair.indexOf('=');
            if (mark > 0) {
                add(options, name(pair.substring(0, mark)), decode(pair.substring(mark + 1)));
            }
        }
        options.keySet().stream().filter(name -> name.startsWith("$") && !KNOWN.contains(name)).findFirst()
                .ifPresent(name -> {
            throw GraphRefusal.badRequest("The query parameter '" + name + "' is not supported.");
        });
        return new ODataQuery(options);
    }

    /** github.com/GearPlug/microsoftgraph-python, issue 26: what becomes of those who add parameters to a next link. */
    private static void add(Map<String, String> options, String name, String value) {
        if (options.put(name, value) != null && name.startsWith("$")) {
            throw GraphRefusal.badRequest(
                    "Query option '" + name + "' was specified more than once, but it must be specified at most once.");
        }
    }

    public boolean has(String option) {
        return options.containsKey(option);
    }

    public String get(String option) {
        return options.get(option);
    }

    public boolean count() {
        String text = options.getOrDefault("$count", "false");
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw GraphRefusal.badRequest(
                    "Invalid value '" + text + "' for $count query option found. Valid values are 'true,false'.");
        }
        return text.equalsIgnoreCase("true");
    }

    /** The selected names, or null if nothing is selected. */
    public Set<String> select() {
        String list = options.get("$select");
        if (list == null) {
            return null;
        }
        Set<String> names = new LinkedHashSet<>(Arrays.asList(list.trim().split("\\s*,\\s*")));
        names.remove("");
        return names.isEmpty() ? null : names;
    }

    /** What a selection adds to a context: its names in parentheses, nothing for null. */
    public static String suffix(Collection<String> selected) {
        return selected == null ? "" : "(" + String.join(",", selected) + ")";
    }

    /** A whole number of 0 or more, or the given value if the option is absent. */
    public int number(String option, int otherwise) {
        String text = options.get(option);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw GraphRefusal
                    .badRequest("Invalid value '" + text + "' for " + option + " query option found. The " + option
                    + " query option requires a non-negative integer value.");
        }
        return Integer.parseInt(text);
    }

    /** The filter, or null. */
    public Filter filter() {
        String text = options.get("$filter");
        return text == null || text.isBlank() ? null : FilterParser.parse(text);
    }

    /**
     * The request's address with some options replaced: what a next link is made of. Values null remove an option;
     * spaces are encoded.
     */
    public static String link(ServiceRequest request, Map<String, String> replaced) {
        StringBuilder link = new StringBuilder(request.base()).append(request.path().startsWith("/") ? "" : "/")
                .append(request.path());
        char separator = '?';
        for (String pair : request.query().split("&")) {
            int mark = pair.indexOf('=');
            if (mark > 0 && !replaced.containsKey(name(pair.substring(0, mark)))) {
                link.append(separator).append(pair.replace(" ", "%20"));
                separator = '&';
            }
        }
        for (Map.Entry<String, String> each : replaced.entrySet()) {
            if (each.getValue() != null) {
                link.append(separator).append(each.getKey()).append('=').append(each.getValue());
                separator = '&';
            }
        }
        return link.toString();
    }

    /** The service's own options are taken in any case: Learn writes both $skiptoken and $skipToken. */
    private static String name(String text) {
        String name = decode(text);
        return name.startsWith("$") ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static String decode(String text) {
        try {
            return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text
                    : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw GraphRefusal.badRequest("The query is not encoded correctly.");
        }
    }
}

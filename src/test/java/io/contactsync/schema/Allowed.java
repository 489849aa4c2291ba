package io.contactsync.schema;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What goes over the wire rightly although the official schema, or the part of it at hand, does not have it. Each entry
 * has its reason.
 */
final class Allowed {

    /** Paths the service answers that are not among the 41 of the subset. */
    private static final List<Pattern> PATHS = paths(
        // a property by its path (OData 4.01, part 2, 4.7); the description lists whole resources only
        "/users/[^/]+/mailboxSettings/[A-Za-z]+",
        // published for all groups (Learn: list groups), left out of the subset
        "/groups", "/groups/\\$count",
        // a count or another cast behind a cast (Learn: advanced queries)
        "/groups/[^/]+/(transitiveM|m)embers/microsoft\\.graph\\.[a-zA-Z]+(/\\$count)?",
        // one size without its bytes (Learn: get profilePhoto)
        "/users/[^/]+/photos/\\d+x\\d+",
        // PATCH beside PUT (Learn: update profilePhoto)
        "/users/[^/]+/(contactFolders/[^/]+/)?contacts/[^/]+/photo/\\$value",
        // left out of the subset (Learn: translateExchangeIds, contactFolder: permanentDelete)
        "/users/[^/]+/translateExchangeIds", "/users/[^/]+/contactFolders/[^/]+/permanentDelete",
        // contacts of folders inside folders (Learn: create contact)
        "/users/[^/]+/contactFolders/[^/]+/childFolders/[^/]+(/.*)?");

    /** Parameters of the links the service itself gave: opaque, to be followed as they are (Learn: paging). */
    private static final Set<String> PARAMETERS = Set.of("$skiptoken", "$deltatoken");

    /**
     * Members that are no properties: a delta's removed entries (Learn: delta query overview); instance annotations
     * begin with @ too.
     */
    private static final Pattern MEMBERS = Pattern.compile("@removed|[A-Za-z]+@delta|([A-Za-z]+)?@odata\\.[A-Za-z.]+");

    /**
     * What generic throttling adds to innerError (Learn: throttling guidance, its example); the schema has request ids
     * and date only.
     */
    private static final Set<String> ERRORS =
            Set.of("/error/innerError/code", "/error/innerError/message", "/error/innerError/status");

    /**
     * Beside 200, what a batch with throttled requests in it is answered with by one reading (Learn: throttling
     * guidance).
     */
    static final int BATCH_STATUS = 424;

    private Allowed() {
    }

    /**
     * Other spellings of the same path: keys in parentheses, functions and casts by their full or short name (OData
     * 4.01, part 2).
     */
    static String spelling(String path) {
        return path.replace("/microsoft.graph.delta()", "/delta").replace("/delta()", "/delta")
                .replace("/graph.", "/microsoft.graph.")
            .replaceAll("\\('((?:[^/']|'')*)'\\)", "/$1").replaceAll("/+$", "");
    }

    /** An open extension has whatever members its app gave it (Learn: openTypeExtension resource type). */
    static boolean open(String type) {
        return type.endsWith("microsoft.graph.openTypeExtension");
    }

    /**
     * A photo that was taken is answered with nothing (Learn: update profilePhoto); the description has the photo
     * itself there.
     */
    static boolean empty(Message message) {
        return !message.method().equals("GET") && message.path().endsWith("/photo/$value") && message.status() == 200
                && message.body().length == 0;
    }

    static boolean path(String path) {
        return PATHS.stream().anyMatch(each -> each.matcher(path).matches());
    }

    static boolean parameter(String name) {
        return PARAMETERS.contains(name);
    }

    /**
     * The $select of a cast to user lists what a directory object has only, in the published text too; a user has more:
     * {@link Properties} looks.
     */
    static boolean select(String path, String parameter) {
        return parameter.equals("$select") && path.endsWith("/microsoft.graph.user");
    }

    static boolean member(String at, String name) {
        return MEMBERS.matcher(name).matches() || ERRORS.contains(at + "/" + name);
    }

    private static List<Pattern> paths(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }
}

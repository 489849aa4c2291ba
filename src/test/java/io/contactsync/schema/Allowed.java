package io.contactsync.schema;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What goes over the wire rightly although the official schema, or the part of it at hand, does not have it. Each entry has its reason. */
final class Allowed {

    /** Paths the service answers that are not among the 41 of the subset. */
    private static final List<Pattern> PATHS = paths(
        // a property by its path (OData 4.01, part 2, 4.7); the description lists whole resources only
        "/users/[^/]+/mailboxSettings/[A-Za-z]+",
        // the key in quotes and the function with its parentheses (OData 4.01, part 2, 4.3 and 4.5.3), which official clients use
        "/users\\('[^/]+'\\)(/contacts\\('[^/]+'\\))?", "/users/(microsoft\\.graph\\.)?delta\\(\\)",
        // Learn: contactFolder resource type, "Permanently delete"; child folders by the path they were made at
        "/users/[^/]+/contactFolders/[^/]+/permanentDelete", "/users/[^/]+/contactFolders/[^/]+/childFolders/[^/]+(/contacts(/\\$count)?)?",
        // Learn: user: translateExchangeIds
        "/users/[^/]+/translateExchangeIds",
        // Learn: list groups; aad-advanced-queries, $count of groups and of casts
        "/groups", "/groups/\\$count", "/groups/[^/]+/(members|transitiveMembers)/((microsoft\\.)?graph\\.(user|group)/)?\\$count",
        // casts in the short form of the official clients, and to other kinds
        "/groups/[^/]+/(members|transitiveMembers)/(graph\\.(user|group)|microsoft\\.graph\\.group)",
        // Learn: get profilePhoto, metadata of one size
        "/users/[^/]+/photos/[0-9]+x[0-9]+",
        // Learn: update profilePhoto, "you can use either PATCH or PUT"; the answer to both has no body and so no type
        "/users/[^/]+/(contactFolders/[^/]+/)?contacts/[^/]+/photo/\\$value");

    /** Parameters of the links the service itself gave: opaque, to be followed as they are (Learn: paging). */
    private static final Set<String> PARAMETERS = Set.of("$skiptoken", "$deltatoken");

    /** Members that are no properties: a delta's removed entries and changed managers (Learn: delta query overview); instance annotations begin with @ too. */
    private static final Pattern MEMBERS = Pattern.compile("@removed|manager@delta|([A-Za-z]+)?@odata\\.[A-Za-z.]+");

    private Allowed() {
    }

    static boolean path(String path) {
        return PATHS.stream().anyMatch(each -> each.matcher(path).matches());
    }

    static boolean parameter(String name) {
        return PARAMETERS.contains(name);
    }

    /** The $select of a cast to user lists what a directory object has only, in the published text too; a user has more: {@link Properties} looks. */
    static boolean select(String path, String parameter) {
        return parameter.equals("$select") && path.endsWith("/microsoft.graph.user");
    }

    static boolean member(String name) {
        return MEMBERS.matcher(name).matches();
    }

    private static List<Pattern> paths(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }
}

package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Fields;
import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.Folder;
import java.util.List;
import java.util.Set;

/**
 * Answers with one contact folder or a page of them.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list-contactfolders">list contactFolders</a>
 */
final class FolderPage {
    static final List<String> PROPERTIES = List.of("id", "parentFolderId", "displayName");
    private final GraphRequest request;
    private final ODataQuery query;
    private final Readings readings;
    private final Set<String> select;

    FolderPage(GraphRequest request, Readings readings) {
        this.request = request;
        this.query = ODataQuery.of(request);
        this.readings = readings;
        this.select = query.select();
    }

    GraphResponse of(List<Folder> folders) {
        Paging paging = new Paging(request, query, readings);
        List<Folder> all = matching(folders);
        JsonBytes out = start("");
        if (query.count()) {
            out.field("@odata.count", all.size());
        }
        paging.next(out, all.size());
        out.name("value").raw((byte) '[');
        paging.page(all).forEach(each -> write(out.separator().raw((byte) '{'), each, select).raw((byte) '}'));
        return GraphResponse.ok(out.ascii("]}"));
    }

    GraphResponse count(List<Folder> folders) {
        return GraphResponse.text(Integer.toString(matching(folders).size()));
    }

    GraphResponse one(Folder folder) {
        return GraphResponse.ok(write(start("/$entity"), folder, select).raw((byte) '}'));
    }

    GraphResponse created(Folder folder) {
        String location = request.base() + "/users('" + request.segment(1) + "')/contactFolders('" + folder.id() + "')";
        return GraphResponse.created(write(start("/$entity"), folder, select).raw((byte) '}'), location, null);
    }

    /** Writes the members of the object, without its braces; the id is always shown. */
    static JsonBytes write(JsonBytes out, Folder folder, Set<String> select) {
        for (String name : PROPERTIES) {
            if (select == null || name.equals("id") || select.contains(name)) {
                out.field(name, fields(folder).get(name));
            }
        }
        return out;
    }

    static void checkSelect(Set<String> select) {
        if (select != null && !PROPERTIES.containsAll(select)) {
            throw DirectoryPage.noSuchProperty(
                    select.stream().filter(each -> !PROPERTIES.contains(each)).findFirst().orElseThrow(),
                "microsoft.graph.contactFolder");
        }
    }

    private List<Folder> matching(List<Folder> folders) {
        if (query.has("$expand") || query.has("$search") || query.has("$orderby")) {
            throw new GraphException(400, "ErrorInvalidUrlQuery",
                    "Contact folders are listed without $expand, $search and $orderby.");
        }
        checkSelect(select);
        Filter filter = query.filter();
        return filter == null ? folders : folders.stream().filter(each -> filter.test(fields(each))).toList();
    }

    private static Fields fields(Folder folder) {
        return path -> switch (path) {
            case "id" -> folder.id();
            case "parentFolderId" -> folder.parent();
            case "displayName" -> folder.name();
        default -> throw GraphException
                .badRequest("Could not find a property named '" + path + "' on type 'microsoft.graph.contactFolder'.");
        };
    }

    private JsonBytes start(String suffix) {
        return new JsonBytes(600).raw((byte) '{')
                .field("@odata.context",
                        request.base() + "/$metadata#users('" + request.segment(1) + "')/contactFolders" + suffix);
    }
}

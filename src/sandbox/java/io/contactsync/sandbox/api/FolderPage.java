package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Annotations;
import io.contactsync.sandbox.protocol.Fields;
import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
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
    private final ServiceRequest request;
    private final ODataQuery query;
    private final GraphReadings readings;
    private final Set<String> select;

    FolderPage(ServiceRequest request, GraphReadings readings) {
        this.request = request;
        this.query = ODataQuery.of(request);
        this.readings = readings;
        this.select = query.select();
    }

    ServiceResponse of(List<Folder> folders) {
        Paging paging = new Paging(request, query, readings);
        List<Folder> all = matching(folders);
        JsonBytes out = start("");
        if (query.count()) {
            out.field(Annotations.COUNT, all.size());
        }
        paging.next(out, all.size());
        out.name("value").raw((byte) '[');
        paging.page(all).forEach(each -> write(out.separator().raw((byte) '{'), each, select).raw((byte) '}'));
        return ServiceResponse.ok(out.ascii("]}"));
    }

    ServiceResponse count(List<Folder> folders) {
        return ServiceResponse.text(Integer.toString(matching(folders).size()));
    }

    ServiceResponse one(Folder folder) {
        return ServiceResponse.ok(write(start("/$entity"), folder, select).raw((byte) '}'));
    }

    ServiceResponse created(Folder folder) {
        String location = request.base() + "/" + request.below("contactFolders('" + folder.id() + "')");
        return ServiceResponse.created(write(start("/$entity"), folder, select).raw((byte) '}'), location, null);
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
            throw GraphRefusal.invalidUrlQuery("Contact folders are listed without $expand, $search and $orderby.");
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
            default -> throw GraphRefusal.noSuchProperty(path, "microsoft.graph.contactFolder");
        };
    }

    private JsonBytes start(String suffix) {
        return JsonBytes.open(600, request.context(request.below("contactFolders" + suffix)));
    }
}

package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Annotations;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Permissions;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.store.Directory;
import io.contactsync.sandbox.store.DirectoryObject;
import java.util.Collection;
import java.util.Set;

/**
 * Writes directory objects with the properties asked for. Properties kept outside of the directory are to be had of a
 * single object only; in listings they are refused (Learn: list users, optional query parameters). What the app may not
 * read has a type and an id only.
 */
final class ObjectWriter {
    private static final Set<String> RELATIONSHIPS = Set.of("manager", "photo");
    private final ServiceRequest request;
    private final DirectoryKind kind;
    private final Set<String> select;
    private final ManagerExpand expand;
    private final boolean single;

    private ObjectWriter(ServiceRequest request, DirectoryKind kind, Directory directory, boolean single) {
        ODataQuery query = ODataQuery.of(request);
        this.request = request;
        this.kind = kind;
        this.select = query.select();
        this.expand = ManagerExpand.parse(query.get("$expand"), directory);
        this.single = single;
        if (select != null) {
            select.forEach(this::check);
        }
    }

    static ObjectWriter ofList(ServiceRequest request, DirectoryKind kind, Directory directory) {
        return new ObjectWriter(request, kind, directory, false);
    }

    static ObjectWriter ofOne(ServiceRequest request, DirectoryKind kind, Directory directory) {
        return new ObjectWriter(request, kind, directory, true);
    }

    /** What is added to the context address. */
    String contextSuffix() {
        return ODataQuery.suffix(select);
    }

    void write(JsonBytes out, DirectoryObject object) {
        boolean readable = Permissions.mayRead(request, object.type());
        if (kind == DirectoryKind.MEMBER || !readable) {
            out.field(Annotations.TYPE, "#" + object.type());
        }
        if (!readable) {
            out.field("id", object.id());
            return;
        }
        Collection<String> names = select == null ? object.defaults() : select;
        names.forEach(name -> property(out, object, name));
        if (expand != null) {
            expand.write(out, object);
        }
    }

    /** Whether it can be selected at all, however many objects there are to show. */
    private void check(String name) {
        boolean outside = kind.keepsOutside(name);
        if (outside && !single) {
            throw GraphRefusal.notSupportedYet();
        }
        if (!outside && !kind.has(name) && !RELATIONSHIPS.contains(name)) {
            throw DirectoryPage.noSuchProperty(name, kind.type());
        }
    }

    private static void property(JsonBytes out, DirectoryObject object, String name) {
        if (object.properties().contains(name)) {
            out.field(name, object.get(name));
        } else if (object.elsewhere().containsKey(name)) {
            out.field(name, object.elsewhere().get(name));
        }
    }
}

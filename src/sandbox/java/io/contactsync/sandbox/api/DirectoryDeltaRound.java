package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Annotations;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.store.DirectoryObject;
import io.contactsync.sandbox.store.DirectoryObjects;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What one round of changes has to say of each object: all of a new one, what is tracked of a changed one, or that it
 * was removed, which is "changed" while it can be restored and "deleted" afterwards. Properties never set are left out,
 * cleared ones are null.
 *
 * @see <a href="https://learn.microsoft.com/graph/delta-query-overview">resource representation in the delta query
 * response</a>
 */
final class DirectoryDeltaRound<T extends DirectoryObject> {
    private final DirectoryObjects<T> objects;
    private final DirectoryDeltaToken token;
    private final boolean minimal;
    /** Null in the first round. */
    private final Map<String, T> before;

    DirectoryDeltaRound(DirectoryObjects<T> objects, DirectoryDeltaToken token, boolean minimal) {
        this.objects = objects;
        this.token = token;
        this.minimal = minimal;
        this.before = token.since() < 0 ? null : objects.changedSince(token.since());
    }

    /** Ids not yet gone through in this round. */
    NavigableSet<String> ids() {
        NavigableSet<String> ids = new TreeSet<>();
        if (before != null) {
            ids.addAll(before.keySet());
        } else {
            objects.all().forEach(each -> ids.add(each.id()));
        }
        if (!token.ids().isEmpty()) {
            ids.retainAll(token.ids());
        }
        return ids.tailSet(token.after(), false);
    }

    /** The object's entry, or null if there is nothing to say. */
    byte[] entry(String id) {
        T now = objects.get(id);
        T then = before == null ? null : before.get(id);
        if (now == null) {
            return then == null ? null : removed(id);
        }
        List<String> changed = properties(now).stream()
                .filter(name -> then == null || !Objects.equals(now.get(name), then.get(name))).toList();
        if (then != null && changed.isEmpty()) {
            return null;
        }
        return object(now, then != null && minimal ? changed : properties(now));
    }

    private byte[] removed(String id) {
        JsonBytes out = new JsonBytes(100).raw((byte) '{').field("id", id);
        return out.field("@removed", Map.of("reason", objects.isRestorable(id) ? "changed" : "deleted")).raw((byte) '}')
                .toBytes();
    }

    private static byte[] object(DirectoryObject object, Collection<String> names) {
        JsonBytes out = new JsonBytes(500).raw((byte) '{');
        names.stream().filter(name -> !name.equals("id") && object.isSet(name))
                .forEach(name -> property(out, object, name));
        return out.field("id", object.id()).raw((byte) '}').toBytes();
    }

    /** The manager is a relationship, of which the annotation has the new one; none stands for its end. */
    private static void property(JsonBytes out, DirectoryObject object, String name) {
        if (name.equals("manager")) {
            Object id = object.get(name);
            out.field("manager@delta",
                    id == null ? List.of() : List.of(Map.of(Annotations.TYPE, "#microsoft.graph.user", "id", id)));
        } else {
            out.field(name, object.get(name));
        }
    }

    private List<String> properties(DirectoryObject object) {
        return token.select().isEmpty() ? object.defaults() : token.select();
    }
}

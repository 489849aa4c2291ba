package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.store.DirectoryObject;
import io.contactsync.sandbox.store.DirectoryObjects;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What one round of changes has to say of each object: all of a new one, what is tracked of a changed one, or that it was removed, which is
 * "changed" while it can be restored and "deleted" afterwards. Properties never set are left out, cleared ones are null.
 *
 * @see <a href="https://learn.microsoft.com/graph/delta-query-overview">resource representation in the delta query response</a>
 */
final class DeltaRound<T extends DirectoryObject> {
    private static final Pattern MINIMAL = Pattern.compile("return\\s*=\\s*minimal", Pattern.CASE_INSENSITIVE);
    private final DirectoryObjects<T> objects;
    private final DeltaToken token;
    private final boolean minimal;
    /** Null in the first round. */
    private final Map<String, T> before;

    DeltaRound(DirectoryObjects<T> objects, DeltaToken token, boolean minimal) {
        this.objects = objects;
        this.token = token;
        this.minimal = minimal;
        this.before = token.since() < 0 ? null : objects.changedSince(token.since());
    }

    /** Whether only changed properties are wanted. */
    static boolean minimal(GraphRequest request) {
        String prefer = request.header("prefer");
        return prefer != null && MINIMAL.matcher(prefer).find();
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

    /** Writes the object's entry; false if there is nothing to say. */
    boolean write(JsonBytes out, String id) {
        T now = objects.get(id);
        T then = before == null ? null : before.get(id);
        if (now == null) {
            return then != null && removed(out, id);
        }
        List<String> changed = properties(now).stream().filter(name -> then == null || !Objects.equals(now.get(name), then.get(name))).toList();
        if (then != null && changed.isEmpty()) {
            return false;
        }
        object(out, now, then != null && minimal ? changed : properties(now));
        return true;
    }

    private boolean removed(JsonBytes out, String id) {
        out.separator().raw((byte) '{').field("id", id);
        out.field("@removed", Map.of("reason", objects.isRestorable(id) ? "changed" : "deleted")).raw((byte) '}');
        return true;
    }

    private static void object(JsonBytes out, DirectoryObject object, Collection<String> names) {
        out.separator().raw((byte) '{');
        names.stream().filter(name -> !name.equals("id") && object.isSet(name)).forEach(name -> out.field(name, object.get(name)));
        out.field("id", object.id()).raw((byte) '}');
    }

    private List<String> properties(DirectoryObject object) {
        return token.select().isEmpty() ? object.defaults() : token.select();
    }
}

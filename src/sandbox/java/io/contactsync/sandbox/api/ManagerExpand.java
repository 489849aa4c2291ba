package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Annotations;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.store.Directory;
import io.contactsync.sandbox.store.DirectoryObject;
import io.contactsync.sandbox.store.User;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code $expand=manager($select=id,displayName)}. Who has no manager has no such member.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list-manager">list manager</a>
 */
record ManagerExpand(Directory directory, List<String> selected) {
    private static final Pattern FORM = Pattern.compile("manager(?:\\(\\$select=([\\w,\\s]+)\\))?");

    /**
     * @param text the value of {@code $expand}, or null
     * @return null if nothing is expanded
     * @throws GraphRefusal 400 for any other relationship, which the sandbox does not hold
     */
    static ManagerExpand parse(String text, Directory directory) {
        if (text == null) {
            return null;
        }
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            throw GraphRefusal
                    .badRequest("Parsing OData Select and Expand failed: '" + text + "' cannot be expanded.");
        }
        List<String> names = matcher.group(1) == null ? null : List.of(matcher.group(1).trim().split("\\s*,\\s*"));
        if (names != null) {
            names.stream().filter(name -> !DirectoryKind.USER.has(name)).findFirst().ifPresent(name -> {
                throw DirectoryPage.noSuchProperty(name, DirectoryKind.USER.type());
            });
        }
        return new ManagerExpand(directory, names);
    }

    void write(JsonBytes out, DirectoryObject object) {
        User manager =
                object instanceof User user && user.manager() != null ? directory.users().get(user.manager()) : null;
        if (manager != null) {
            out.name("manager").raw((byte) '{').field(Annotations.TYPE, "#" + manager.type());
            (selected == null ? manager.defaults() : selected).forEach(name -> out.field(name, manager.get(name)));
            out.raw((byte) '}');
        }
    }
}

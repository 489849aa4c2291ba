package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.Group;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.util.ArrayList;
import java.util.List;

/** The groups of a tenant: the targets, some of them by way of a nested group, and those who are nobody's contact. */
final class TargetGroups {

    private TargetGroups() {
    }

    /**
     * Every fourth target is a member by way of the nested group; every eighth both ways, so that flattening has
     * doubles to remove.
     */
    static void put(Tenant tenant, List<User> targets, List<User> excluded) {
        List<String> direct = new ArrayList<>();
        List<String> nested = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            String id = targets.get(i).id();
            if (i % 4 == 3) {
                nested.add(id);
            }
            if (i % 4 != 3 || i % 8 == 7) {
                direct.add(id);
            }
        }
        direct.add(TenantFactory.NESTED_GROUP);
        tenant.put(
                Group.of(TenantFactory.TARGET_GROUP, "contact-sync targets", "People who get the contacts.", direct));
        tenant.put(Group.of(TenantFactory.NESTED_GROUP, "contact-sync field staff", "Part of the targets.", nested));
        tenant.put(Group.of(TenantFactory.EXCLUDED_GROUP, "not in the directory", "People who are nobody's contact.",
                excluded.stream().map(User::id).toList()));
    }
}

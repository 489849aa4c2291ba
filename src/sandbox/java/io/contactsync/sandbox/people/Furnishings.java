package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.Photo;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes a tenant complete beside its people: a room, organisational contacts, managers (whoever is first of a
 * state manages the others of it) and a photo of every tenth employee.
 */
record Furnishings(Tenant tenant) {
    private static final int CONTACTS = 5;
    private static final int CONTACT_DISTANCE = 250;
    private static final int PHOTO_DISTANCE = 10;

    /**
     * @param staff active employees with a mailbox; those of the tenant get their manager, the list keeps them without
     */
    void add(List<Map<String, String>> offices, List<User> staff) {
        User room = Employees.shared("Hearing room", "hearing.room", Employees.DOMAIN);
        tenant.put(room);
        tenant.openMailbox(room.id()).purpose("room");
        for (int i = 0; i < CONTACTS; i++) {
            tenant.put(OrgContacts.of(offices.get(i * CONTACT_DISTANCE + 7)));
        }
        managers(staff);
        for (int i = 0; i < staff.size(); i += PHOTO_DISTANCE) {
            String id = staff.get(i).id();
            tenant.administration().setPhoto(id, Photo.drawn(() -> Portrait.of(id)));
        }
    }

    private void managers(List<User> staff) {
        Map<String, String> firstOfState = new HashMap<>();
        for (User each : staff) {
            String first = firstOfState.putIfAbsent(each.text(UserAttribute.STATE), each.id());
            if (first != null) {
                tenant.put(each.with(UserAttribute.MANAGER, first));
            }
        }
    }
}

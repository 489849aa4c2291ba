package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.util.ArrayList;
import java.util.List;

/** Employees out of a user's own file. Their mailboxes are empty; the customers are the shipped district offices. */
record CardStaff(List<User> users) implements Staff {

    @Override
    public List<User> fill(Tenant tenant) {
        List<User> eligible = new ArrayList<>();
        for (User user : users) {
            tenant.put(user);
            if (user.licensed()) {
                tenant.openMailbox(user.id());
            }
            if (user.licensed() && user.accountEnabled()) {
                eligible.add(user);
            }
        }
        return eligible;
    }

    @Override
    public List<String> customers(int count) {
        return new OfficeContacts(CongressData.offices()).business(0, count);
    }
}

package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.util.List;

/** The employees of a tenant that is not the shipped congress. */
interface Staff {

    /** Puts users and their mailboxes into an empty tenant; returns those active, licensed and with a mailbox. */
    List<User> fill(Tenant tenant);

    /** JSON of that many contacts for the central mailbox. */
    List<String> customers(int count);
}

/** Who is in the tenant: fills the store from data and lets days pass. */
package io.contactsync.sandbox.people;

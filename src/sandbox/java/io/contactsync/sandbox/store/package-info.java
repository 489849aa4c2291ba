/**
 * What the service holds: the tenant with its directory and mailboxes, and how a contact is kept, parsed and rendered.
 * Knows the protocol only.
 */
package io.contactsync.sandbox.store;

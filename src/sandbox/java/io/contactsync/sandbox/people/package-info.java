/**
 * Who is in the tenant: fills the store from data and lets days pass. {@code TenantFactory} makes the shipped congress;
 * {@code Population} chooses between that, the user's own files (read in {@code card}, made into users and contacts by
 * the classes named {@code Card...}) and generated people.
 */
package io.contactsync.sandbox.people;

/**
 * What Kamelets need of Camel that it does not have: parameters that are taken literally, and names that are checked.
 * Knows no other room.
 */
package io.contactsync.kamelet;

/**
 * A deterministic simulation of one mailbox: one thread, a virtual clock, every choice drawn from one seed. The engine
 * is the core that ships; the server, the journal and the person in front of the mailbox are models that misbehave as
 * often as the schedule says.
 */
package io.contactsync.simulation;

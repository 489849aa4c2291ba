/**
 * Asks one mailbox of a real tenant what Microsoft does not publish. {@link io.contactsync.probe.Probe} puts the
 * questions, one small class holds each group of them, {@link io.contactsync.probe.ProbeMailbox} is the only door to
 * the mailbox and lets nothing through that would change or delete what the probe has not made itself,
 * {@link io.contactsync.probe.CleanUp} removes that. How requests travel is not known here:
 * {@link io.contactsync.probe.GraphDoor}.
 */
package io.contactsync.probe;

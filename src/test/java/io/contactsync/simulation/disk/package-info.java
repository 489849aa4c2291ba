/**
 * A disk in memory, as a file system of Java: the shipped journal and state classes write to it and read from it. It
 * loses what was not synced, tears the end of a file, flips bits and fails, as often as it is told.
 */
package io.contactsync.simulation.disk;

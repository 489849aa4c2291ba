/**
 * The pure core: what should be changed, what may be changed, in which portions, and what an answer means.
 *
 * <p>Functions from records to records. Nothing here reads a clock, waits, logs, or knows Camel, HTTP or JSON: time and
 * randomness are arguments, and {@code ArchitectureTest} lets nothing in but the pure part of the JDK. Knows no other
 * room.
 */
package io.contactsync.core;

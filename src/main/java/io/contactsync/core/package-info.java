/**
 * The pure core: what should be changed, what may be changed, in which portions, and what an answer means.
 *
 * <p>Functions from records to records. Nothing here reads a clock, waits, logs, or knows Camel, HTTP or JSON: time and
 * randomness are arguments. A test ({@code ArchitectureTest}) keeps the imports to {@code java.lang}, {@code java.util}
 * and {@code java.time}, and to what names things: character sets and SHA-256.
 */
package io.contactsync.core;

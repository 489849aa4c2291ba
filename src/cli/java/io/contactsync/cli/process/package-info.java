/**
 * The edges of the process: standard output that stays printable, its one JSON line, the signals that end it. Knows
 * nothing of what the commands do.
 */
package io.contactsync.cli.process;

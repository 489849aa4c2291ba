/** The commands that change mailboxes, once or on a schedule, and the screen of a run. */
package io.contactsync.cli.sync;

/** The plan of a run: made, stored and shown, by person, by mailbox or as a table. */
package io.contactsync.cli.plan;

/** Takes back what a run did. */
package io.contactsync.cli.undo;

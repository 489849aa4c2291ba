/** What stands in the data folder: the state of an installation, without asking Graph. */
package io.contactsync.cli.status;

/** The sandbox as a command: its options, what it serves, and the run against it. */
package io.contactsync.cli.sandbox;

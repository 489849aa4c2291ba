/** What waits for a person: listed, approved, rejected. */
package io.contactsync.cli.hold;

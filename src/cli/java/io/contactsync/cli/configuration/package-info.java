/** What somebody configured: where it is read from, what its values may be, and the options that choose it. */
package io.contactsync.cli.configuration;

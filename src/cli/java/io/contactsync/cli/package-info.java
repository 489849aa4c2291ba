/** The command line: configuration, start of Camel, and what people and scripts read on their screens. */
package io.contactsync.cli;

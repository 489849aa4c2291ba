/** Sources of contacts: a new one written from an example, and what one would hand over. */
package io.contactsync.cli.source;

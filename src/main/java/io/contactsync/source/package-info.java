/**
 * What a source gives, row by row: mapping, places, limits, and whether it was read completely. Knows no mailbox.
 */
package io.contactsync.source;

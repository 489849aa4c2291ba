/**
 * What a source gives, row by row: mapping, places, limits, and whether it was read completely; no mailbox is known
 * here. Knows contact, core, microsoftgraph, problem and source.csv.
 */
package io.contactsync.source;

package io.contactsync.microsoftgraph;

import java.util.List;

/**
 * One page of a collection.
 *
 * @param items     the rows its reader kept
 * @param rows      how many rows there were
 * @param checksum  of the rows' bytes
 * @param nextLink  or null on the last page
 * @param deltaLink or null
 * @param count     @odata.count, or -1
 */
record Page<T>(List<T> items, long rows, long checksum, String nextLink, String deltaLink, long count) { }

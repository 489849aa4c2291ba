/**
 * Reads CSV files, row by row and within limits, for whoever needs one: the source and the sandbox. Knows no other
 * room.
 */
package io.contactsync.source.csv;

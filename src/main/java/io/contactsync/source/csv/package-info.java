/** Reads CSV files, row by row and within limits. Knows no other room. */
package io.contactsync.source.csv;

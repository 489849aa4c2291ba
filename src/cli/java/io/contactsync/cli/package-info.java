/**
 * The command line: which commands there are, their help, and what is said of a mistyped one. Each room below it has
 * one job, and knows nothing of this one.
 */
package io.contactsync.cli;

/**
 * Words that the terminal, the report and the page of {@code serve} share: amounts, causes and what to do about them,
 * sources, moves, exit codes.
 */
package io.contactsync.cli.words;

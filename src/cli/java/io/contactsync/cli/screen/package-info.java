/** What people see on a terminal, as lines made from the run's records, and the terminal itself. Knows no command. */
package io.contactsync.cli.screen;

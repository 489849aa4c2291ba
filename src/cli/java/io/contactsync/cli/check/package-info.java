/** Checks the configuration, the sign-in and every source before anything is changed. */
package io.contactsync.cli.check;

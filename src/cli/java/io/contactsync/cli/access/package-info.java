/** What the application signs in with and what it may do: how long that lasts, which permissions are missing. */
package io.contactsync.cli.access;

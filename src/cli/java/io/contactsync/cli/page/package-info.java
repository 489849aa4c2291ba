/** The page that {@code serve} shows on its management port: it tells, and changes nothing. */
package io.contactsync.cli.page;

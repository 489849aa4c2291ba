/** Several tenants in one process: a configuration, routes and a schedule each. */
package io.contactsync.cli.tenants;

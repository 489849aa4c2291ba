/**
 * What all resources share on the wire: requests, answers, errors, OData queries and filters, JSON in bytes. Knows none
 * of the other packages.
 */
package io.contactsync.sandbox.protocol;

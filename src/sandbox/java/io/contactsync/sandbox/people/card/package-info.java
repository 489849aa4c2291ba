/**
 * Reads people from files, CSV or vCards, into cards that know where they were found. Nothing here knows Graph's limits
 * or the tenant.
 */
package io.contactsync.sandbox.people.card;

/**
 * Graph's JSON on one side, our records on the other: the only room that knows how a contact looks on the wire.
 * Knows core, microsoftgraph and problem.
 */
package io.contactsync.contact;

/**
 * Graph's JSON on one side, our records on the other: normalisation, rendering, and the translation of batches and
 * answers. The only room that knows how a contact looks on the wire.
 */
package io.contactsync.contact;

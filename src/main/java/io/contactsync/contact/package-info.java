/**
 * Graph's JSON on one side, our records on the other: mapping, normalisation, rendering, and the translation of batches and answers.
 * The only room that knows how a contact looks on the wire.
 */
package io.contactsync.contact;

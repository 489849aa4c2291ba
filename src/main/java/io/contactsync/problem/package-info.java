/**
 * Why something is not as it should be, in one sentence, and in one that holds nothing personal. Knows no other room.
 */
package io.contactsync.problem;

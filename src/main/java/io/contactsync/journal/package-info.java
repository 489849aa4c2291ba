/**
 * What was intended and what became of it: write-ahead audit files, one folder a run, and the little state that
 * outlives a run. Losing all of it costs time, never contacts: the mailbox is the source of truth. Knows core.
 */
package io.contactsync.journal;

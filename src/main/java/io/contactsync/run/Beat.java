package io.contactsync.run;

/**
 * One second of a run.
 *
 * @param second since the run began, from 0
 * @param writes changes that Graph answered in it
 * @param throttled answers 429 in it
 * @param mailboxes mailboxes that came to their end in it
 */
public record Beat(int second, int writes, int throttled, int mailboxes) {
}

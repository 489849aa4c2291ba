package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.Reach;

/**
 * Mailboxes that catch up with sources that said nothing new, for one reason.
 *
 * @param action what is done in them
 * @param filled whether they hold nothing of ours yet
 * @param reason why, in a few words
 * @param reach which mailboxes
 * @param changes how many changes in them together
 * @param people to how many people's contacts
 */
public record CatchUp(Action action, boolean filled, String reason, Reach reach, long changes, int people) {
}

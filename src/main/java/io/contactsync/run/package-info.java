/**
 * What lasts for one run: what is desired, what the guards said, the journal, and the steps of one mailbox between the
 * routes. Plain classes without Camel; the only room besides the component that reads a clock.
 */
package io.contactsync.run;

/**
 * A run from its begin to its end: what is desired, what the guards said, what the journal is told, and the steps of
 * one mailbox between the routes. Plain classes without Camel. Knows contact, core, journal, microsoftgraph, problem,
 * source and workers.
 */
package io.contactsync.run;

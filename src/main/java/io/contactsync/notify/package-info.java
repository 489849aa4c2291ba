/**
 * Who is told of what a run came to, and how: what is worth a notice, what was told already, and how a webhook and a
 * mail server are spoken to. Knows core, journal, microsoftgraph, problem and run.
 */
package io.contactsync.notify;

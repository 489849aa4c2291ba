/**
 * What a coordinator and its workers say to each other, and who has which mailbox: pure rules and values, and their
 * form on the wire. Knows microsoftgraph.
 */
package io.contactsync.workers;

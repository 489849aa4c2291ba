/**
 * Why somebody is, or is not, in a mailbox: facts out of the data folder, and the rules that make a verdict of facts.
 * Asks nobody.
 */
package io.contactsync.run.explain;

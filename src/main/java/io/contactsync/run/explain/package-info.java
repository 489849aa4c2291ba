/**
 * Why somebody is, or is not, in a mailbox: facts out of the data folder, and the rules that make a verdict of facts;
 * nobody is asked here. Knows core, journal, run and source.
 */
package io.contactsync.run.explain;

/** The audit trail as its readers want it: proved, handed over, and a person erased from it. Asks nothing of Graph. */
package io.contactsync.cli.audit;

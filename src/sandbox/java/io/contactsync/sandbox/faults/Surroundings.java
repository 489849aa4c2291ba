package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.identity.Tokens;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.store.Tenant;

/**
 * What the faults of a plan may reach: the people's mailboxes, the tokens issued, and how open questions about Graph
 * are answered.
 */
public record Surroundings(Tenant tenant, Tokens tokens, GraphReadings readings) {
}

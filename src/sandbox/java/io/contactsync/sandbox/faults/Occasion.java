package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.ServiceRequest;

/**
 * One request that a rule of a plan befalls.
 *
 * @param mailbox object id of the user whose mailbox is asked, or null
 * @param scope   what the rule's requests are counted by: the mailbox, else the path's beginning
 * @param number  the how manieth fitting request of the scope it is, from 1
 */
record Occasion(ServiceRequest request, String mailbox, String scope, long number, long seed, int rule,
        Surroundings around) {

    /**
     * A number from 0 to below 1 that depends on seed, rule, scope and number; other questions about the occasion get
     * other numbers.
     */
    double chance(int question) {
        return Chance.of(seed, rule, scope + "?" + question, number);
    }
}

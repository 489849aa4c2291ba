package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.time.Instant;
import java.util.List;

/**
 * What a source gave when it was read last, as far as it helps to explain who is where: names and addresses, no other
 * values.
 *
 * @param source its name
 * @param run the run that read it
 * @param at when that run began
 * @param state what the guards made of it, a word as in the journal: {@code complete}, {@code incomplete}, {@code held}
 * @param named everybody it named
 * @param absent the rows that did not become contacts, and why
 * @param former who was named once and is not any more, whoever left last first
 * @param problems why it is not complete, in sentences for the screen
 */
public record Reading(String source, String run, Instant at, String state, List<Named> named, List<Absent> absent,
        List<Former> former,
        List<String> problems) {

    public Reading {
        named = List.copyOf(named);
        absent = List.copyOf(absent);
        former = List.copyOf(former);
        problems = List.copyOf(problems);
    }

    /**
     * A contact.
     *
     * @param addresses its e-mail addresses
     * @param hash content hash of all that is written of it
     */
    public record Named(ContactKey key, String name, List<String> addresses, String hash) {
        public Named {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * A contact that is not named any more.
     *
     * @param last when it was named last: the time of that reading
     */
    public record Former(Named who, Instant last) {
    }

    /**
     * A row that is no contact.
     *
     * @param id the source's own id of it; empty if unknown, as are the next two
     * @param place where it stands in the source
     * @param reason the rule that left it out, or why it was refused
     * @param refused whether it was refused, and not left out on purpose
     */
    public record Absent(String id, String name, String address, String place, String reason, boolean refused) {
    }
}

package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Desired;
import io.contactsync.core.Limits;
import io.contactsync.core.Policy;
import io.contactsync.core.SourceState;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every mailbox of a run shares: made once of what the sources gave, and never changed.
 *
 * @param rendered the contacts as they go over the wire, by key
 * @param desired the same as plans see them
 * @param policy what a plan has to respect
 * @param accepted content hash by key of each source that was read completely and let through
 * @param everythingHeld whether the whole run waits for a human
 */
record Brief(RunSettings settings, Limits limits, Map<ContactKey, RenderedContact> rendered, Desired desired,
        Policy policy, Map<String, Map<ContactKey, String>> accepted, boolean everythingHeld) {

    Brief {
        rendered = Collections.unmodifiableMap(rendered);
        accepted = Map.copyOf(accepted);
    }

    /** Before the sources were read: nobody is desired, and no source is known. */
    static Brief before(RunSettings settings, Limits limits) {
        return new Brief(settings, limits, Map.of(), new Desired(List.of()),
                new Policy(settings.instance(), Map.of(), Set.of()), Map.of(), false);
    }

    /** A contact as it goes over the wire; null if nobody names it. */
    RenderedContact rendered(ContactKey key) {
        return rendered.get(key);
    }

    /** Display name of a contact; empty if nobody names it. */
    String name(ContactKey key) {
        RenderedContact contact = rendered.get(key);
        return contact == null ? "" : contact.name();
    }

    /** Contacts that the sources name, {@code source|id} as shown. */
    Set<String> named() {
        return rendered.keySet().stream().map(key -> key.shown().text()).collect(Collectors.toSet());
    }

    /** Keys of the mailbox owner's own card, as far as it is not to stand there. */
    Set<ContactKey> ownCard(String mailbox) {
        return settings.ownCard() ? Set.of() : settings.sources().stream()
                .map(source -> new ContactKey(source, mailbox)).collect(Collectors.toSet());
    }

    /** Sources in that state. */
    Set<String> sources(SourceState state) {
        return policy.sources().entrySet().stream().filter(entry -> entry.getValue() == state).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}

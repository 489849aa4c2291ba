package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.SourceState;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the sources of a run gave, and what their guards say of it.
 *
 * @param rendered the contacts as they go over the wire, by key
 * @param verdicts what the guards say
 */
record GuardedSources(Map<ContactKey, RenderedContact> rendered, SourceVerdicts verdicts) {

    /** Contacts that the sources name, {@code source|id} as shown. */
    Set<String> named() {
        return rendered.keySet().stream().map(key -> key.shown().text()).collect(Collectors.toSet());
    }

    /** Sources in that state. */
    Set<String> sources(SourceState state) {
        return verdicts.policy().sources().entrySet().stream().filter(entry -> entry.getValue() == state)
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}

package io.contactsync.run;

import io.contactsync.contact.PlainFields;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.VersionStore;
import io.contactsync.journal.WrittenContact;
import io.contactsync.problem.Problem;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run sets out to write, kept for later plans.
 *
 * @param now the contacts that its sources name
 * @param certain sources of which who is not named is gone
 */
record LastContents(RunSettings settings, Collection<RenderedContact> now, Set<String> certain) {

    /** Keeps it; what goes wrong with it costs no run. */
    Optional<Problem> keep(Instant at) {
        try {
            VersionStore store = new VersionStore(settings.data());
            Set<String> sources = new TreeSet<>(store.sources());
            sources.addAll(settings.sources());
            for (String source : sources) {
                boolean gone = certain.contains(source) || !settings.sources().contains(source);
                Map<ContactKey, RenderedContact> named = named(source);
                Map<ContactKey, String> hashes = new LinkedHashMap<>();
                named.forEach((key, contact) -> hashes.put(key, contact.hash()));
                store.keep(source, hashes, key -> content(named.get(key), at), gone, at);
            }
            return Optional.empty();
        } catch (IOException unwritable) {
            return Optional.of(Problem.of("what is written cannot be kept for later plans in '"
                    + new DataPlaces(settings.data()).state() + "': " + unwritable.getMessage()));
        }
    }

    private Map<ContactKey, RenderedContact> named(String source) {
        Map<ContactKey, RenderedContact> named = new LinkedHashMap<>();
        now.stream().filter(contact -> contact.key().source().equals(source))
                .forEach(contact -> named.put(contact.key(), contact));
        return named;
    }

    private static WrittenContact content(RenderedContact contact, Instant at) {
        return new WrittenContact(contact.key(), contact.hash(), contact.name(), PlainFields.of(contact), at, null);
    }
}

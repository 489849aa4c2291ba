package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.Readings;
import io.contactsync.journal.VersionStore;
import io.contactsync.source.SourceContacts;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names of the people that something is held about: as their source names them now, as it left them out, as it named
 * them when it was read before, or as this program wrote them last. For screens and the holds' own file, never for log
 * or journal. Where no name is known, less is told.
 */
final class HeldNames {

    private final Readings readings;
    private final VersionStore contents;
    private final Set<String> read = new HashSet<>();
    private final Map<ContactKey, String> names = new HashMap<>();

    HeldNames(Path data) {
        this.readings = new Readings(data);
        this.contents = new VersionStore(data);
    }

    /** Something of a source is held: whom its last reading named is remembered before the next one takes its place. */
    void before(String source) {
        if (!read.add(source)) {
            return;
        }
        contents.read(source).all().forEach(written -> names.putIfAbsent(written.key().shown(), written.name()));
        try {
            readings.read(source).ifPresent(reading -> {
                reading.absent().stream().filter(row -> !row.id().isBlank())
                        .forEach(row -> put(source, row.id(), row.name()));
                reading.named().forEach(named -> names.put(named.key().shown(), named.name()));
            });
        } catch (JournalException damaged) {
            // their keys are told instead
        }
    }

    /** Whom a source names now, and whom it leaves out. */
    void now(Collection<SourceContacts> sources, Collection<RenderedContact> rendered) {
        sources.forEach(source -> source.leftOut().stream().filter(row -> row.id() != null && !row.id().isBlank())
                .forEach(row -> put(source.source(), row.id(), row.name())));
        rendered.forEach(contact -> names.put(contact.key().shown(), contact.name()));
    }

    private void put(String source, String id, String name) {
        try {
            names.putIfAbsent(new ContactKey(source, id).shown(), name);
        } catch (IllegalArgumentException noKey) {
            // it was refused for that
        }
    }

    /** The owner of a mailbox that a hold names by that key. */
    void ofMailbox(ContactKey key, String name) {
        names.put(key, name);
    }

    /** Display name by a key as shown; null if it is not known. */
    String of(ContactKey shown) {
        if (!names.containsKey(shown)) {
            before(shown.source());
        }
        return names.get(shown);
    }
}

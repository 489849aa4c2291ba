package io.contactsync.run;

import io.contactsync.core.ContactKey;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.SourceMemory;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What runs remember of their sources for those after them: whom each named in its last accepted reading. */
final class Remembered {

    private final RunSettings settings;
    private final SourceMemory memory;
    private final Map<String, Map<ContactKey, String>> before = new HashMap<>();
    private final Map<String, Problem> damaged = new HashMap<>();

    Remembered(RunSettings settings) {
        this.settings = settings;
        this.memory = new SourceMemory(new DataPlaces(settings.data()).sources());
    }

    /** Names of the sources that are remembered. */
    List<String> sources() {
        return memory.sources();
    }

    /**
     * Content hash by key of a source's last accepted reading, read once a run; nothing if there is none, or it is
     * damaged.
     */
    Map<ContactKey, String> before(String source) {
        return before.computeIfAbsent(source, this::read);
    }

    /**
     * Forgets what sources named last: there is nothing to compare their next reading with, and its deletions wait for
     * a person.
     *
     * @throws io.contactsync.journal.JournalException if that cannot be done
     */
    void forget(Set<String> sources) {
        sources.forEach(memory::forget);
    }

    private Map<ContactKey, String> read(String source) {
        try {
            return memory.read(source);
        } catch (DamagedStateException unreadable) {
            damaged.put(source, Problem.of(unreadable));
            return Map.of();
        }
    }

    /** What is wrong with that reading, if anything is. */
    Optional<Problem> damage(String source) {
        return Optional.ofNullable(damaged.get(source));
    }

    /** Whether a complete reading of a source does not name all keys of its last accepted one. */
    boolean isMissingAny(SourceContacts source) {
        Set<ContactKey> named = source.contacts().stream().map(contact -> contact.key().shown())
                .collect(Collectors.toSet());
        return source.isComplete() && !named.containsAll(before(source.source()).keySet());
    }

    /**
     * Takes as much of a run as is accepted.
     *
     * @throws io.contactsync.journal.JournalException if it cannot be remembered
     */
    void accept(Acceptance accepted, SourceVerdicts verdicts, RunHolds holds) {
        if (accepted.includes(Acceptance.KNOWN_SOURCES)) {
            Set<String> waiting =
                    accepted.includes(Acceptance.NEW_SOURCES) ? Set.of() : verdicts.policy().unremembered();
            verdicts.accepted().forEach((source, contacts) -> {
                if (memory.isWritable(source) && !waiting.contains(source)) {
                    memory.write(source, contacts);
                }
            });
        }
        if (accepted.includes(Acceptance.CONFIGURATION)) {
            holds.accept();
        }
        if (accepted.includes(Acceptance.RETIRED_SOURCES)) {
            settings.retired().forEach(memory::forget);
        }
    }

    /**
     * Forgets all sources: nothing of ours is anywhere, and a later run begins as the first one did.
     *
     * @throws io.contactsync.journal.JournalException if that cannot be done
     */
    void forget() {
        memory.sources().forEach(memory::forget);
    }
}

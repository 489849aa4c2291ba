package io.contactsync.run;

import io.contactsync.core.Approvals;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Limits;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.SourceMemory;
import io.contactsync.source.SourceContacts;

import java.util.Set;
import java.util.stream.Collectors;

/** What runs remember of their sources for those after them: whom each named in its last accepted reading. */
final class Remembered {

    private final RunSettings settings;
    private final SourceMemory memory;

    Remembered(RunSettings settings) {
        this.settings = settings;
        this.memory = new SourceMemory(new DataPlaces(settings.data()).sources());
    }

    /** Guards that compare with it. */
    Verdicts verdicts(Limits limits, Approvals approvals) {
        return new Verdicts(memory, limits, settings, approvals);
    }

    /** Keys of a source's last accepted reading that this one does not name; none if this one is incomplete anyway. */
    boolean isMissingAny(SourceContacts source) {
        Set<ContactKey> named = source.contacts().stream().map(contact -> contact.key().shown())
                .collect(Collectors.toSet());
        return source.isComplete() && !named.containsAll(keys(source.source()));
    }

    /** None if they are damaged, which is said when the guards are asked. */
    private Set<ContactKey> keys(String source) {
        try {
            return memory.read(source).keySet();
        } catch (DamagedStateException damaged) {
            return Set.of();
        }
    }

    /**
     * Takes as much of a run as is accepted.
     *
     * @throws io.contactsync.journal.JournalException if it cannot be remembered
     */
    void accept(Acceptance accepted, Brief brief, RunHolds holds) {
        if (accepted.includes(Acceptance.KNOWN_SOURCES)) {
            Set<String> waiting = accepted.includes(Acceptance.NEW_SOURCES) ? Set.of() : brief.policy().unremembered();
            brief.accepted().forEach((source, contacts) -> {
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
}

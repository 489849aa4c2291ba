package io.contactsync.run;

import io.contactsync.contact.PlainFields;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Plan;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.SharedChanges;
import io.contactsync.journal.Content;
import io.contactsync.journal.ContentStore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The plan of a whole run: gathered mailbox by mailbox, told to people, stored. */
final class RunPlan {

    private final Path data;
    private final SharedChanges shared = new SharedChanges();
    private volatile Map<ContactKey, RenderedContact> now = Map.of();
    private volatile Told told;

    RunPlan(Path data) {
        this.data = data;
        this.told = new Told(Map.of(), Map.of(), data);
    }

    /**
     * The sources were read.
     *
     * @param rendered what they name
     * @param accepted content hash by key, as shown, of each source's last accepted reading
     */
    void know(Map<ContactKey, RenderedContact> rendered, Map<String, Map<ContactKey, String>> accepted) {
        now = rendered;
        told = new Told(rendered, accepted, data);
    }

    /**
     * Keeps the contents that are about to be written.
     *
     * @param sources sources and former ones
     * @param certain those of which whoever is not named is gone
     * @throws IOException if they cannot be kept
     */
    void keepContents(Iterable<String> sources, Set<String> certain, Instant at) throws IOException {
        ContentStore store = new ContentStore(data);
        for (String source : sources) {
            Map<ContactKey, String> hashes = new LinkedHashMap<>();
            now.forEach((key, contact) -> {
                if (key.source().equals(source)) {
                    hashes.put(key, contact.hash());
                }
            });
            store.keep(source, hashes, key -> content(now.get(key), at), certain.contains(source), at);
        }
    }

    private static Content content(RenderedContact contact, Instant at) {
        return new Content(contact.key(), contact.hash(), contact.name(), PlainFields.of(contact), at, null);
    }

    /** What is to be done in the mailbox of that place; nothing if it has none. */
    void add(int place, Plan plan) {
        if (place >= 0) {
            shared.add(place, plan.changes());
        }
    }

    /** All changes that were gathered, each shared one once. */
    List<PlannedChange> changes() {
        return told.changes(shared.all());
    }

    /** What people call a contact; its key if they do not. */
    String called(ContactKey key) {
        String name = told.name(key);
        return name.isEmpty() ? key.text() : name;
    }
}

package io.contactsync.run;

import io.contactsync.core.KnownDelta;
import io.contactsync.journal.DeltaMemory;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The links of all mailboxes, in a run and on the disk. Told by all mailboxes at once. */
final class KnownDeltas {

    private final DeltaMemory memory;
    private final Map<String, KnownDelta> known = new ConcurrentHashMap<>();
    private boolean forgotten;

    /** @param data the data folder */
    KnownDeltas(Path data) {
        this.memory = new DeltaMemory(data);
    }

    /** Recalls what earlier runs left. */
    void read() {
        known.putAll(memory.read());
    }

    KnownDelta of(String mailbox) {
        return known.getOrDefault(mailbox, KnownDelta.NOTHING);
    }

    /** A mailbox told something. */
    void told(String mailbox, UnaryOperator<KnownDelta> what) {
        known.put(mailbox, what.apply(of(mailbox)));
    }

    /** A mailbox may be written from now on: on the disk all are doubtful, for a run that is killed forgets nothing. */
    void leaves(String mailbox) {
        known.computeIfPresent(mailbox, (same, before) -> before.doubtful());
        forget();
    }

    private synchronized void forget() {
        if (!forgotten && memory.isThere()) {
            Map<String, KnownDelta> all = memory.read();
            all.replaceAll((mailbox, before) -> before.doubtful());
            memory.write(all);
        }
        forgotten = true;
    }

    /**
     * Remembers what is known of those mailboxes, and of no others.
     *
     * @throws io.contactsync.journal.JournalException if it cannot be written
     */
    void write(Collection<String> mailboxes) {
        known.keySet().retainAll(mailboxes);
        if (memory.isThere() || known.values().stream().anyMatch(one -> !one.isNothing())) {
            memory.write(known);
        }
    }
}

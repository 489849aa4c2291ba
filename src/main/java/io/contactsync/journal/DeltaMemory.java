package io.contactsync.journal;

import io.contactsync.core.Kept;
import io.contactsync.core.KnownDelta;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * By which links mailboxes are asked for their changes, in the file {@code state/deltas}. Ids, links and times; no
 * names. A cache: a mailbox that is not in it is listed.
 */
public final class DeltaMemory {

    private final StateLines<KnownLink> lines;
    private final Path file;

    /** A mailbox, as a line of the file. */
    private record KnownLink(String mailbox, String link, String wanted, long told, long listed, long until,
            int managed, int unchanged, Map<Kept.Reason, Integer> kept, Set<String> instances, Set<Long> deleted) {

        static KnownLink of(String mailbox, KnownDelta known) {
            return new KnownLink(mailbox, known.link(), known.wanted(), known.told().getEpochSecond(),
                    known.listed().getEpochSecond(), known.until().getEpochSecond(),
                    known.held().managed(), known.held().unchanged(), known.held().kept().counts(),
                    known.held().kept().instances(), known.deleted());
        }

        private KnownDelta known() {
            return new KnownDelta(link, wanted, Instant.ofEpochSecond(told), Instant.ofEpochSecond(listed),
                    Instant.ofEpochSecond(until),
                    new KnownDelta.Held(managed, unchanged, new Kept(kept, instances)), deleted);
        }
    }

    /** @param data the data folder */
    public DeltaMemory(Path data) {
        this.file = new DataPlaces(data).deltas();
        this.lines = new StateLines<>(file, KnownLink.class, "mailboxes are listed in full");
    }

    /** Whether anything is remembered. */
    public boolean isThere() {
        return Files.exists(file);
    }

    /** What is remembered, by the mailbox's object id; nothing if it is damaged. */
    public Map<String, KnownDelta> read() {
        Map<String, KnownDelta> all = new HashMap<>();
        try {
            lines.read(line -> all.put(line.mailbox(), line.known()));
            return all;
        } catch (DamagedStateException damaged) {
            return new HashMap<>();
        }
    }

    /**
     * Remembers exactly that; it is on the disk when this returns.
     *
     * @throws JournalException if it cannot be written
     */
    public void write(Map<String, KnownDelta> all) {
        lines.write(all.entrySet().stream().filter(entry -> !entry.getValue().isNothing())
                .map(entry -> KnownLink.of(entry.getKey(), entry.getValue())).toList());
    }
}

package io.contactsync.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** The journal of what somebody does to the journals by hand: it hangs in their chain, and lies beside the runs. */
final class HandJournal implements AutoCloseable {

    private final String id;
    private final Journal journal;

    private HandJournal(String id, Journal journal) {
        this.id = id;
        this.journal = journal;
    }

    /**
     * Begins it; the lock of the data folder is taken.
     *
     * @param what is done, in a word
     * @param by name of the operating system's user
     */
    static HandJournal begin(Path data, String what, String by, Clock clock) {
        String id = RunId.of(clock.instant(), (short) ThreadLocalRandom.current().nextInt());
        HandJournal hand = new HandJournal(id, Journal.begin(data, new DataPlaces(data).audit().resolve(id), clock));
        hand.say(JournalEntry.of(Grammar.RUN_START).with("run", id).with("mode", what).with("by", by));
        return hand;
    }

    /** Its id. */
    String id() {
        return id;
    }

    /** Says what is about to be done: it is on the disk before that is. */
    void say(JournalEntry entry) {
        journal.write(entry);
    }

    /** All of it was done. */
    void end() {
        say(JournalEntry.of(Grammar.RUN_END).with("run", id).with("exit", 0));
    }

    @Override
    public void close() {
        journal.close();
    }
}

package io.contactsync.run;

import io.contactsync.core.KnownUsers;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.UserMemory;
import io.contactsync.problem.Problem;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lists of users that a run reads, and those that it takes as they were read before. Only an ordinary run remembers
 * anything. Told by the threads that read.
 */
final class RunUsers {

    private final UserMemory memory;
    private final ReadPrint print;
    private final Map<String, KnownUsers> opened = new ConcurrentHashMap<>();
    private final Map<String, UserMemory.Read> read = new ConcurrentHashMap<>();
    private final Map<String, Instant> unchanged = new ConcurrentHashMap<>();

    /**
     * @param data the data folder
     * @param print of the program and its configuration
     */
    RunUsers(Path data, ReadPrint print) {
        this.memory = new UserMemory(data);
        this.print = print;
    }

    /**
     * A list is about to be read: what was known of it when it was read before in this run, or nothing. Who looks twice
     * wants to see it anew.
     */
    Optional<KnownUsers> again(String list) {
        read.remove(list);
        unchanged.remove(list);
        return Optional.ofNullable(opened.get(list));
    }

    /** It is read. */
    void reads(String list, KnownUsers known) {
        opened.put(list, known);
    }

    /** What is known of a list; its users are read when they are wanted. */
    KnownUsers known(String list) {
        return memory.known(list);
    }

    /** A list as it was read last. */
    UserMemory.Read before(String list) {
        return memory.read(list);
    }

    /** What stands for all that decides which users are read, and what of them. */
    String wanted(String all) {
        return print.with(all);
    }

    /** A list was read in full. */
    void read(String list, UserMemory.Read now) {
        read.put(list, now);
    }

    /** A list is taken as it was read then. */
    void unchanged(String list, KnownUsers known) {
        unchanged.put(list, known.read());
    }

    /** When a list was read that is taken as it was then; null if it was read in this run, or not at all. */
    Instant since(String list) {
        return unchanged.get(list);
    }

    /**
     * Remembers what was read in full; what goes wrong with it costs the next run a reading.
     *
     * @param isOrdinary whether lists of which it asked for nothing are to be forgotten: of a source that is gone, or
     *        since all are read always
     */
    Optional<Problem> keep(boolean isOrdinary) {
        try {
            read.forEach(memory::write);
            read.clear();
            if (isOrdinary) {
                memory.forgetOthers(opened.keySet());
            }
            return Optional.empty();
        } catch (JournalException unwritable) {
            return Optional.of(Problem.of(unwritable));
        }
    }
}

package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What has gone over the wire lately, as sums that only grow, noted once a second.
 *
 * @param notes the oldest first, never empty
 */
public record Traffic(List<Note> notes) {

    private static final Duration KEPT = Duration.ofSeconds(61);

    /**
     * The sums at an instant.
     *
     * @param calls HTTP calls
     * @param requests as Graph counts them: those inside a batch one by one
     * @param troubled those of them that ended in 429, 5xx or no answer
     */
    public record Note(Instant at, long calls, long requests, long troubled) {

        private Note minus(Note other) {
            return new Note(at, calls - other.calls, requests - other.requests, troubled - other.troubled);
        }
    }

    public Traffic {
        notes = List.copyOf(notes);
    }

    /** Nothing was noted before that. */
    public static Traffic from(Note first) {
        return new Traffic(List.of(first));
    }

    /** With one more note; within a second of the last one it takes that one's place. */
    public Traffic and(Note next) {
        List<Note> all = new ArrayList<>(notes);
        if (all.size() > 1 && Duration.between(all.get(all.size() - 2).at(), last().at()).toMillis() < 1000) {
            all.remove(all.size() - 1);
        }
        all.add(next);
        Instant oldest = next.at().minus(KEPT);
        while (all.size() > 2 && !all.get(1).at().isAfter(oldest)) {
            all.remove(0);
        }
        return new Traffic(all);
    }

    /** The latest note. */
    public Note last() {
        return notes.get(notes.size() - 1);
    }

    /** What has come in the last so many seconds, or since the first note. */
    public Note lately(Duration window) {
        Note last = last();
        Instant from = last.at().minus(window);
        Note base = notes.get(0);
        for (Note note : notes) {
            base = note.at().isAfter(from) ? base : note;
        }
        return last.minus(base);
    }
}

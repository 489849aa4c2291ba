package io.contactsync.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Since when a data folder knows what was sent, in the file {@code state/began}. A folder that is younger than the
 * settle time need not know of creates that no list shows yet: another one, which is lost, may have sent them. The file
 * holds lines of a word and a value: {@code began} and {@code settling} a time by Graph's clock, {@code last} the run
 * whose journal must be there.
 */
final class FolderAge {

    private static final String BEGAN = "began";
    private static final String LAST = "last";
    private static final String SETTLING = "settling";
    private static final String FROM_NEXT_RUN = "from-next-run";

    private final StateWords words;

    private FolderAge(StateWords words) {
        this.words = words;
    }

    /**
     * A run begins in that data folder: reads the file, brings it up to date and keeps it. A folder without one is as
     * old as its oldest journal; one whose last journal is gone begins now, so does one that would begin in the future.
     *
     * @param journals the journals that are there, without this run's own, the oldest first
     * @param scale the time now
     * @param run the run's id
     * @throws JournalException if it cannot be written
     */
    static FolderAge begin(Path data, List<JournalSpan> journals, TimeScale scale, String run) {
        StateWords words = read(data);
        Instant now = scale.now();
        Instant began = words.isEmpty() && !journals.isEmpty()
                ? journals.stream().map(span -> span.latestStart(scale)).min(Instant::compareTo).get()
                : words.time(BEGAN);
        String last = words.get(LAST);
        boolean lost = last != null && journals.stream().noneMatch(span -> span.isOf(last));
        words.put(BEGAN, Journal.time(began == null || lost || began.isAfter(now) ? now : began)).put(LAST, run);
        Instant settling = words.time(SETTLING);
        if (words.has(SETTLING) && (settling == null || settling.isAfter(now))) {
            words.put(SETTLING, Journal.time(now));
        }
        words.keep();
        return new FolderAge(words);
    }

    /** A journal was set aside: for the settle time from the next run on nothing is created. */
    static void settleFromNextRun(Path data) {
        read(data).put(SETTLING, FROM_NEXT_RUN).keep();
    }

    /**
     * Keys were replaced in journals: for the settle time from then on nothing is created.
     *
     * @param at by this machine's clock; if that was ahead, it counts from the next run on
     */
    static void settleFrom(Path data, Instant at) {
        StateWords words = read(data);
        if (!FROM_NEXT_RUN.equals(words.get(SETTLING))) {
            words.put(SETTLING, Journal.time(at)).keep();
        }
    }

    /** What stands in the file; if it is damaged, only that nothing may be created for a settle time. */
    private static StateWords read(Path data) {
        StateWords words = StateWords.read(new DataPlaces(data).began());
        return words.isDamaged() ? words.put(SETTLING, FROM_NEXT_RUN) : words;
    }

    /** When this folder knows all that lists may not show yet; an instant that has passed in the ordinary case. */
    Instant grownUp(Duration settle) {
        return words.time(BEGAN).plus(settle);
    }

    /** Until when nothing is created, because a journal was set aside; null if none was. */
    Instant settlingUntil(Duration settle) {
        Instant settling = words.time(SETTLING);
        return settling == null ? null : settling.plus(settle);
    }
}

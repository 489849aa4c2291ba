package io.contactsync.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Since when a data folder knows what was sent, in the file {@code state/began}. A folder that is younger than the
 * settle time need not know of creates that no list shows yet: another one, which is lost, may have sent them. The file
 * holds lines of a word and a value: {@code began} and {@code settling} a time by Graph's clock, {@code last} the run
 * whose journal must be there.
 */
final class FolderAge {

    private static final String FILE = "began";
    private static final String BEGAN = "began";
    private static final String LAST = "last";
    private static final String SETTLING = "settling";
    private static final String SUM = "sum";
    private static final int LONGEST = 4_096;
    private static final String FROM_NEXT_RUN = "from-next-run";

    private final Path file;
    private final Map<String, String> lines;

    private FolderAge(Path file, Map<String, String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * A run begins in that data folder: reads the file, brings it up to date and keeps it. A folder without one is as
     * old as its oldest journal; one whose last journal is gone begins now, so does one that would begin in the future.
     *
     * @param journals the journals that are there, without this run's own, the oldest first
     * @param now by Graph's clock
     * @param run the run's id
     * @throws JournalException if it cannot be written
     */
    static FolderAge begin(Path data, List<JournalSpan> journals, Instant now, String run) {
        FolderAge age = read(data);
        Instant began = age.lines.isEmpty() && !journals.isEmpty() ? journals.get(0).start() : age.time(BEGAN);
        String last = age.lines.get(LAST);
        boolean lost = last != null && journals.stream().noneMatch(span -> span.isOf(last));
        age.lines.put(BEGAN, Journal.TIME.format(began == null || lost || began.isAfter(now) ? now : began));
        age.lines.put(LAST, run);
        Instant settling = age.time(SETTLING);
        if (age.lines.containsKey(SETTLING) && (settling == null || settling.isAfter(now))) {
            age.lines.put(SETTLING, Journal.TIME.format(now));
        }
        age.keep();
        return age;
    }

    /** A journal was set aside: for the settle time from the next run on nothing is created. */
    static void settleFromNextRun(Path data) {
        FolderAge age = read(data);
        age.lines.put(SETTLING, FROM_NEXT_RUN);
        age.keep();
    }

    /** What stands in the file; if it is damaged, only that nothing may be created for a settle time. */
    private static FolderAge read(Path data) {
        Path file = new DataPlaces(data).state().resolve(FILE);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new FolderAge(file, new LinkedHashMap<>());
        }
        try (InputStream in = PrivateFiles.read(file)) {
            List<String> text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).lines().toList();
            int last = text.size() - 1;
            boolean whole = last > 0 && text.get(last).equals(SUM + " " + LineSum.of(text.subList(0, last)));
            return new FolderAge(file,
                    whole ? words(text.subList(0, last)) : new LinkedHashMap<>(Map.of(SETTLING, FROM_NEXT_RUN)));
        } catch (IOException unreadable) {
            throw new JournalException("the state file '" + file + "' cannot be read: remove it to begin afresh",
                    unreadable);
        }
    }

    private static Map<String, String> words(List<String> text) {
        Map<String, String> words = new LinkedHashMap<>();
        text.forEach(line -> words.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
        return words;
    }

    private Instant time(String word) {
        try {
            return lines.containsKey(word) ? Instant.parse(lines.get(word)) : null;
        } catch (DateTimeException damaged) {
            return null;
        }
    }

    private void keep() {
        List<String> text = new ArrayList<>();
        lines.forEach((word, value) -> text.add(word + " " + value));
        text.add(SUM + " " + LineSum.of(text));
        try {
            PrivateFiles.replace(file, text);
        } catch (IOException unwritable) {
            throw new JournalException("the state file '" + file + "' cannot be written", unwritable);
        }
    }

    /** When this folder knows all that lists may not show yet; an instant that has passed in the ordinary case. */
    Instant grownUp(Duration settle) {
        return time(BEGAN).plus(settle);
    }

    /** Until when nothing is created, because a journal was set aside; null if none was. */
    Instant settlingUntil(Duration settle) {
        Instant settling = time(SETTLING);
        return settling == null ? null : settling.plus(settle);
    }
}

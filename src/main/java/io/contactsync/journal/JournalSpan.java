package io.contactsync.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From when to when a journal goes, by its first and its last line and never by the file's own times: those follow a
 * clock that may have jumped.
 *
 * @param began its first line's time
 * @param last its last line's time
 * @param ahead how far Graph's clock was ahead of its own; null if it does not say
 * @param unsure whether its end is damaged, has no whole line, or is older than its beginning, as where the clock was
 *        set back: then it may go further
 * @param timeless whether its head is damaged, which would say how its clock went
 */
record JournalSpan(Path folder, Instant began, Instant last, Duration ahead, boolean unsure, boolean timeless) {

    /** By more than that no machine's clock is believed to be late. */
    private static final Duration LATEST_CLOCK = Duration.ofDays(7);
    private static final int TAIL = 4_096;
    private static final int GROWTH = 8;

    /**
     * Looks at both ends of a journal; null if it has no line at all. One that is compressed is over and settled long
     * since: of its end nothing need be known.
     */
    static JournalSpan of(Path folder) throws IOException {
        List<Path> files = JournalFiles.of(folder);
        Instant began = null;
        Duration ahead = null;
        try (JournalLines lines = JournalLines.open(files.get(0), files.size() == 1)) {
            for (boolean searching = true; searching && lines.next();) {
                Map<String, String> members = lines.members();
                began = began == null ? lines.at() : began;
                ahead = ahead(members, lines.at());
                Grammar kind = Grammar.of(members.get("event"));
                searching = kind != null && kind.isBeforeClock();
            }
        } catch (JournalException damagedHead) {
            return damaged(files);
        }
        return began == null ? null : span(files, began, ahead);
    }

    private static JournalSpan span(List<Path> files, Instant began, Duration ahead) throws IOException {
        Path folder = files.get(0).getParent();
        try {
            Instant last = last(files);
            return new JournalSpan(folder, began, last == null ? began : last, ahead,
                    last == null || last.isBefore(began), false);
        } catch (JournalException damagedTail) {
            return new JournalSpan(folder, began, began, ahead, true, false);
        }
    }

    /** Its end alone may show that it is old, by whatever clock. */
    private static JournalSpan damaged(List<Path> files) throws IOException {
        Path folder = files.get(0).getParent();
        try {
            Instant last = last(files);
            return new JournalSpan(folder, last == null ? Instant.EPOCH : last, last == null ? Instant.EPOCH : last,
                    null, last == null, true);
        } catch (JournalException damagedTail) {
            return new JournalSpan(folder, Instant.EPOCH, Instant.EPOCH, null, true, true);
        }
    }

    private static Duration ahead(Map<String, String> members, Instant at) {
        String graph = Grammar.of(members.get("event")) == Grammar.CLOCK ? members.get("graph") : null;
        return graph == null ? null : Duration.between(at, Instant.parse(graph));
    }

    /** The run that wrote it. */
    String run() {
        return folder.getFileName().toString();
    }

    /** Whether it is the journal of that run. */
    boolean isOf(String run) {
        return run().equals(run);
    }

    /** By Graph's clock where it is known: what journals are sorted by. */
    Instant start() {
        return ahead == null ? began : began.plus(ahead);
    }

    /**
     * By Graph's clock, and not too early: where it does not say how its own clock went, that went as ours does now, or
     * as Graph's, whichever makes it younger.
     */
    Instant latestStart(TimeScale now) {
        Instant asOurs = began.plus(Duration.between(now.ours(), now.now()));
        return ahead != null || asOurs.isBefore(began) ? start() : asOurs;
    }

    /**
     * Whether both ends can be read, and the last line is not older than the first. Another has to be read as a whole,
     * so that damage is found and told; where the clock was only set back, that costs a reading and nothing else.
     */
    boolean isSound() {
        return !unsure && !timeless;
    }

    /** Whether anything in it may be as young as that. */
    boolean reaches(TimeScale now, Duration age) {
        return unsure || now.isWithin(timeless ? age.plus(LATEST_CLOCK) : age, last, ahead);
    }

    /** The time of the last whole line; the last file may have none yet. */
    private static Instant last(List<Path> files) throws IOException {
        Instant last = null;
        for (int place = files.size() - 1; place >= 0 && last == null; place--) {
            Path file = files.get(place);
            last = JournalFiles.isCompressed(file) ? first(file) : last(file, place == files.size() - 1);
        }
        return last;
    }

    private static Instant first(Path file) throws IOException {
        try (JournalLines lines = JournalLines.open(file, false)) {
            return lines.next() ? lines.at() : null;
        }
    }

    /** From blocks at the end that grow until they hold one. */
    private static Instant last(Path file, boolean mayBeTorn) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long size = channel.size();
            for (long length = TAIL; length < GROWTH * Math.max(TAIL, size); length *= GROWTH) {
                long from = Math.max(0, size - length);
                Instant found = last(file, JournalPart.read(channel, from, (int) (size - from)), mayBeTorn);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
    }

    /** Begins after the first end of a line: before it is the rest of one. */
    private static Instant last(Path file, byte[] block, boolean mayBeTorn) throws IOException {
        int start = new String(block, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        Instant last = null;
        try (JournalLines lines = new JournalLines(file,
                new ByteArrayInputStream(block, start, block.length - start), mayBeTorn)) {
            while (lines.next()) {
                last = lines.at();
            }
            return last;
        }
    }
}

package io.contactsync.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The one reader of journals. Whoever needs every line of a journal reads it {@linkplain #each line by line}, each one
 * checked, and damage is an error. Whoever asks about the past {@linkplain #search searches} all of them: only lines
 * that hold one of some texts are looked at, on all processors, and damage is told beside what was found.
 */
public final class JournalReader {

    private final List<Path> files;

    private JournalReader(List<Path> files) {
        this.files = files;
    }

    /**
     * What a search found.
     *
     * @param lines the oldest first
     * @param damage what could not be read, in sentences; what such a journal knows beyond its damage may be missing
     */
    public record Found(List<JournalLine> lines, List<String> damage) {
        public Found {
            lines = List.copyOf(lines);
            damage = List.copyOf(damage);
        }

        /** The youngest line that fits. */
        public Optional<JournalLine> last(Predicate<JournalLine> fits) {
            for (int place = lines.size() - 1; place >= 0; place--) {
                if (fits.test(lines.get(place))) {
                    return Optional.of(lines.get(place));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The journals below a folder.
     *
     * @throws JournalException if the folder cannot be read
     */
    public static JournalReader of(Path runs) {
        return new JournalReader(files(runs));
    }

    /** Oldest first: a run's folder begins with its time. */
    private static List<Path> files(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.sorted(Comparator.comparing(Path::getFileName)).map(folder -> folder.resolve(Journal.FILE))
                    .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS)).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new JournalException("the journals below '" + runs + "' cannot be read", unreadable);
        }
    }

    /** From when to when each of them goes, in no order; those without any line are left out. */
    List<JournalSpan> spans() {
        List<JournalSpan> spans = new ArrayList<>();
        for (Path file : files) {
            try {
                Optional.ofNullable(JournalSpan.of(file)).ifPresent(spans::add);
            } catch (IOException unreadable) {
                throw new JournalException("the journal '" + file + "' cannot be read", unreadable);
            }
        }
        return spans;
    }

    /** Ids of the runs that have a journal, the oldest first. */
    public List<String> runs() {
        return files.stream().map(JournalReader::run).toList();
    }

    static String run(Path file) {
        return file.getParent().getFileName().toString();
    }

    /** The first line of a run's journal, which says what kind of run it is; none if it cannot be read. */
    public Optional<JournalLine> first(String run) {
        for (Path file : files) {
            if (run(file).equals(run)) {
                try (JournalLines lines = JournalLines.open(file)) {
                    return lines.next() ? Optional.of(new JournalLine(run, lines.at(), lines.members()))
                            : Optional.empty();
                } catch (IOException | JournalException damaged) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Of those runs only. */
    public JournalReader only(Collection<String> runs) {
        return new JournalReader(files.stream().filter(file -> runs.contains(run(file))).toList());
    }

    /** The lines that hold at least one of those texts. A text is looked for as journals write it, in JSON. */
    public Found search(Collection<String> texts) {
        List<BytePattern> patterns = texts.stream().distinct().map(BytePattern::new).toList();
        return new JournalSearch(patterns).in(files);
    }

    /**
     * Hands over every line of them, the oldest first, each one checked.
     *
     * @throws JournalException at the first that is damaged
     */
    public void each(Consumer<JournalLine> taker) {
        for (Path file : files) {
            each(file, List.of(new byte[] {'{'}),
                    lines -> taker.accept(new JournalLine(run(file), lines.at(), lines.members())));
        }
    }

    /**
     * Hands over the lines of a journal that hold one of those texts, after each line of it was checked.
     *
     * @throws JournalException at the first line that is damaged
     */
    static void each(Path file, List<byte[]> texts, Consumer<JournalLines> taker) {
        try (JournalLines lines = JournalLines.open(file)) {
            while (lines.next()) {
                if (texts.stream().anyMatch(lines::contains)) {
                    taker.accept(lines);
                }
            }
        } catch (IOException unreadable) {
            throw new JournalException("the journal '" + file + "' cannot be read", unreadable);
        }
    }
}

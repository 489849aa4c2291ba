package io.contactsync.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The one reader of journals. Whoever needs every line of a journal reads it {@linkplain #each line by line}, each one
 * checked, and damage is an error. Whoever asks about the past {@linkplain #search searches} all of them: only lines
 * that hold one of some texts are looked at, on all processors, and damage is told beside what was found.
 */
public final class JournalReader {

    private final List<Path> folders;

    private JournalReader(List<Path> folders) {
        this.folders = folders;
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
        return new JournalReader(folders(runs));
    }

    /** Oldest first: a run's folder begins with its time. */
    private static List<Path> folders(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(folder -> Files.isDirectory(folder)).sorted(Comparator.comparing(Path::getFileName))
                    .filter(JournalReader::isJournal).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new JournalException("the journals below '" + runs + "' cannot be read", unreadable);
        }
    }

    /** Most journals have their first file under its own name: that is asked for first. */
    private static boolean isJournal(Path folder) {
        try {
            return Files.exists(folder.resolve(Journal.FILE), LinkOption.NOFOLLOW_LINKS)
                    || !JournalFiles.of(folder).isEmpty();
        } catch (IOException gap) {
            return true;
        }
    }

    /** From when to when each of them goes, in no order; those without any line are left out. */
    List<JournalSpan> spans() {
        List<JournalSpan> spans = new ArrayList<>();
        for (Path folder : folders) {
            try {
                Optional.ofNullable(JournalSpan.of(folder)).ifPresent(spans::add);
            } catch (IOException unreadable) {
                throw DamagedJournalException.unreadable(folder.resolve(Journal.FILE), unreadable);
            }
        }
        return spans;
    }

    /** Ids of the runs that have a journal, the oldest first. */
    public List<String> runs() {
        return folders.stream().map(folder -> folder.getFileName().toString()).toList();
    }

    static String run(Path file) {
        return file.getParent().getFileName().toString();
    }

    /** The first line of a run's journal, which says what kind of run it is; none if it cannot be read. */
    public Optional<JournalLine> first(String run) {
        return folders.stream().filter(folder -> folder.getFileName().toString().equals(run)).findFirst()
                .flatMap(JournalReader::first);
    }

    private static Optional<JournalLine> first(Path folder) {
        try (JournalLines lines = JournalLines.open(JournalFiles.of(folder).get(0), true)) {
            return lines.next() ? Optional.of(lines.line()) : Optional.empty();
        } catch (IOException | JournalException damaged) {
            return Optional.empty();
        }
    }

    /** Of those runs only. */
    public JournalReader only(Collection<String> runs) {
        return new JournalReader(folders.stream()
                .filter(folder -> runs.contains(folder.getFileName().toString())).toList());
    }

    /** The lines that hold at least one of those texts. A text is looked for as journals write it, in JSON. */
    public Found search(Collection<String> texts) {
        List<BytePattern> patterns = texts.stream().distinct().map(BytePattern::new).toList();
        return new JournalSearch(patterns).in(folders);
    }

    /** The journals of a data folder, those of what was done by hand included. */
    public static JournalReader ofAll(Path data) {
        DataPlaces places = new DataPlaces(data);
        return new JournalReader(Stream.of(folders(places.runs()), folders(places.audit())).flatMap(List::stream)
                .sorted(Comparator.comparing(Path::getFileName)).toList());
    }

    /**
     * Hands over the lines of them that hold one of those texts, the oldest first, each one checked. A journal is left
     * at its first damage.
     *
     * @param texts as journals write them; none for all lines
     * @param taker takes a line, and its bytes as they stand there
     * @return the damage, in sentences
     */
    public List<String> each(Collection<String> texts, BiConsumer<JournalLine, byte[]> taker) {
        List<byte[]> parts = texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        List<String> damage = new ArrayList<>();
        for (Path folder : folders) {
            try {
                each(folder, parts, lines -> taker.accept(lines.line(), lines.bytes()));
            } catch (DamagedJournalException damaged) {
                damage.add(damaged.what());
            }
        }
        return damage;
    }

    /**
     * Hands over the lines of a journal that hold one of those texts, after each line of it was checked.
     *
     * @param texts none for all lines
     * @throws JournalException at the first line that is damaged
     */
    static void each(Path folder, List<byte[]> texts, Consumer<JournalLines> taker) {
        try {
            List<Path> files = JournalFiles.of(folder);
            for (Path file : files) {
                each(file, file.equals(files.get(files.size() - 1)), texts, taker);
            }
        } catch (IOException unreadable) {
            throw DamagedJournalException.unreadable(folder.resolve(Journal.FILE), unreadable);
        }
    }

    private static void each(Path file, boolean last, List<byte[]> texts,
            Consumer<JournalLines> taker) throws IOException {
        try (JournalLines lines = JournalLines.open(file, last)) {
            while (lines.next()) {
                if (texts.isEmpty() || texts.stream().anyMatch(lines::contains)) {
                    taker.accept(lines);
                }
            }
        }
    }
}

package io.contactsync.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * How long journals are kept: after {@value #PLAIN_DAYS} days they are compressed, after days that somebody chose whole
 * runs are removed, the oldest first, and a line of the journal under way says so before. Nothing is done unless Graph
 * tells the time and this machine's clock agrees with it, nor while any journal is younger than now: a clock that has
 * jumped must remove nothing.
 */
public final class Retention {

    /** Days after which a journal is compressed. */
    public static final int PLAIN_DAYS = 30;

    private static final Duration AGREEMENT = Duration.ofHours(1);

    private final DataPlaces places;
    private final TimeScale now;
    private final List<JournalSpan> spans;

    /**
     * Looks at the journals of a data folder.
     *
     * @param run the run under way, of which nothing is touched
     * @throws JournalException if they cannot be read
     */
    public Retention(Path data, TimeScale now, String run) {
        this.places = new DataPlaces(data);
        this.now = now;
        this.spans = isTimeKnown() ? journals(run) : new ArrayList<>();
    }

    private boolean isTimeKnown() {
        return now.graph() != null && Duration.between(now.ours(), now.graph()).abs().compareTo(AGREEMENT) <= 0;
    }

    private List<JournalSpan> journals(String run) {
        List<JournalSpan> all = new ArrayList<>(EarlierRuns.journals(places.runs(), run));
        all.addAll(EarlierRuns.journals(places.audit(), run));
        all.sort(Comparator.comparing(JournalSpan::start).thenComparing(JournalSpan::run));
        boolean jumped = all.stream().anyMatch(span -> span.unsure() || span.start().isAfter(now.graph()));
        return jumped ? new ArrayList<>() : all;
    }

    /** The folders of runs that are over for that long, the oldest first. */
    public List<Path> olderThan(int days) {
        List<Path> old = new ArrayList<>();
        for (JournalSpan span : spans) {
            if (span.reaches(now, Duration.ofDays(days))) {
                return old;
            }
            old.add(span.folder());
        }
        return old;
    }

    /**
     * Removes the runs that are over for that long.
     *
     * @param rule by which they are removed, for the journal
     * @param say writes a line that is on the disk when it returns
     * @return how many
     * @throws JournalException if one cannot be removed
     */
    public int remove(int days, String rule, Consumer<JournalEntry> say) {
        List<Path> old = olderThan(days);
        for (Path folder : old) {
            CheckedJournal journal = CheckedJournal.of(folder);
            say.accept(JournalEntry.of(Grammar.REMOVED).with("of", journal.run()).with("lines", journal.lines())
                    .with("last", journal.hash()).with("rule", rule));
            try {
                delete(folder);
            } catch (IOException undeletable) {
                throw new JournalException("the run " + journal.run() + ", old enough by " + rule
                        + ", cannot be removed", undeletable);
            }
        }
        spans.removeIf(span -> old.contains(span.folder()));
        return old.size();
    }

    /** The journal goes last, its first file after the others: at any moment it can be read as far as it is there. */
    private static void delete(Path folder) throws IOException {
        List<Path> journal = new ArrayList<>(JournalFiles.of(folder));
        Collections.reverse(journal);
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(file -> !journal.contains(file)).toList()) {
                Files.delete(file);
            }
        }
        for (Path file : journal) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    /**
     * Compresses what is {@value #PLAIN_DAYS} days old.
     *
     * @param goesOn asked before each file
     * @throws JournalException if one cannot be compressed
     */
    public void compress(BooleanSupplier goesOn) {
        for (Path folder : olderThan(PLAIN_DAYS)) {
            try {
                RecentIndex.forget(folder);
                for (Path file : JournalFiles.of(folder)) {
                    if (!JournalFiles.isCompressed(file) && goesOn.getAsBoolean()) {
                        compress(file);
                    }
                }
            } catch (IOException failed) {
                throw new JournalException("the journal in '" + folder + "' cannot be compressed", failed);
            }
        }
    }

    /** The plain one stays until the other is on the disk. */
    static void compress(Path file) throws IOException {
        PrivateFiles.replace(file.resolveSibling(file.getFileName() + JournalFiles.COMPRESSED), out -> {
            GZIPOutputStream zip = new GZIPOutputStream(out, 65_536);
            try (InputStream in = PrivateFiles.read(file)) {
                in.transferTo(zip);
            }
            zip.finish();
        });
        Files.delete(file);
    }
}

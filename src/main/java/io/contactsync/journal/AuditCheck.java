package io.contactsync.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the journals of a data folder are what was written: each line, and that no journal is missing, was put in or
 * was put in another's place. It proves that something was changed. That all of it was written anew, hashes and
 * {@code state/chain} included, only a hash that was kept elsewhere can show: log and report of each run name its last.
 */
public final class AuditCheck {

    private AuditCheck() {
    }

    /**
     * Something that is not as it was written.
     *
     * @param run whose journal it is about
     * @param sentence what, and where first
     */
    public record Bad(String run, String sentence) {
    }

    /**
     * What was found.
     *
     * @param journals how many hang on each other
     * @param lines how many lines of these
     * @param old how many are of older versions, whose lines have no hash
     * @param bytes of all on the disk
     * @param run the latest journal; empty if there is none
     * @param hash of its last line; empty if it is damaged
     * @param bad what is not as it was written, the oldest first
     * @param notes what else should be known
     */
    public record Verdict(int journals, long lines, int old, long bytes, String run, String hash, List<Bad> bad,
            List<String> notes) {
        public Verdict {
            bad = List.copyOf(bad);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads them all, on all processors.
     *
     * @throws JournalException if the folders cannot be read
     */
    public static Verdict of(Path data) {
        DataPlaces places = new DataPlaces(data);
        List<CheckedJournal> all = new JournalArchive(data).all().parallelStream().map(places::journal)
                .filter(Objects::nonNull).map(CheckedJournal::of).toList();
        List<CheckedJournal> journals = all.stream().filter(journal -> !journal.isEmpty()).toList();
        ChainWalk walk = new ChainWalk(journals, ChainHead.of(data));
        walk.walk();
        List<Bad> bad = new ArrayList<>(walk.bad());
        Set<ErasedLines> vouched = walk.marks(Grammar.ERASED).map(ErasedLines::of).collect(Collectors.toSet());
        journals.stream().filter(journal -> !vouched.containsAll(journal.erased())).forEach(journal -> bad.add(new Bad(
                journal.run(), "the journal of the run " + journal.run() + " has lines in which somebody is said to be "
                        + "erased, and no erasure made them so")));
        List<CheckedJournal> chained = journals.stream().filter(CheckedJournal::isChained).toList();
        return new Verdict(chained.size(), chained.stream().mapToLong(CheckedJournal::lines).sum(),
                journals.size() - chained.size(), journals.stream().mapToLong(CheckedJournal::bytes).sum(),
                walk.latest().map(CheckedJournal::run).orElse(""),
                walk.latest().filter(last -> last.damage().isEmpty()).map(CheckedJournal::hash).orElse(""), bad,
                walk.notes());
    }
}
